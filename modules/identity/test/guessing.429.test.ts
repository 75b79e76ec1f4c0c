import { afterEach, beforeEach, expect, test } from 'vitest'
import { EMAIL, identityScene, PASSWORD } from './scene.ts'
import { solvedChallenge } from './solve.ts'

// Planted and seen to fail: `inSecretWait` that looks at nothing (a second name doubles the tries); known devices
// counted with strangers; tries that are not counted (one-time.race.test.ts).

let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => {
  scene = await identityScene()
  await scene.account()
})
afterEach(() => scene.h.close())

type Answer = { code: string; retryAfterSeconds?: number }

async function guess(password = 'a wrong guess', named: object = { email: EMAIL }, as = {}): Promise<Answer> {
  const call = (more = {}): Promise<unknown> => scene.h.call('login', { ...named, ...more, password }, as)
  const answer = (error: Answer): Answer => error
  const first = await call().then(() => ({ code: 'in' }), answer)
  if (first.code !== 'IDENTITY_CHALLENGE_REQUIRED') return first
  const challenge_response = await solvedChallenge(scene.h.call)
  return call({ challenge_response }).then(() => ({ code: 'in' }), answer)
}

const wrong = 'IDENTITY_WRONG_CREDENTIALS'

test.each([EMAIL, 'nobody@example.com'])(
  '%s: five free tries, then waits of 1, 2, 4 … 900 seconds',
  async (email) => {
    for (let round = 0; round < 5; round++) expect((await guess(undefined, { email })).code).toBe(wrong)
    for (const wait of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]) {
      const refused = await guess(undefined, { email })
      expect(refused).toMatchObject({ code: 'IDENTITY_TOO_MANY_TRIES', retryAfterSeconds: wait })
      scene.advance(wait)
      expect((await guess(undefined, { email })).code).toBe(wrong)
    }
  },
)

test('inside a wait the right password gets the same answer as a wrong one', async () => {
  for (let round = 0; round < 5; round++) await guess()
  const [bad, right] = [await guess(), await guess(PASSWORD)]
  expect([right.code, right.retryAfterSeconds]).toEqual([bad.code, bad.retryAfterSeconds])
  scene.advance(1)
  expect((await guess(PASSWORD)).code).toBe('in')
})

test('signing in forgets the tries before it', async () => {
  for (let round = 0; round < 3; round++) {
    for (let tries = 0; tries < 4; tries++) expect((await guess()).code).toBe(wrong)
    expect((await guess(PASSWORD)).code).toBe('in')
  }
})

test('a second name of an account gives no more tries, and does not tell that it is one', async () => {
  const username = 'ada-by-name'
  await scene.h.call('register', {
    email: 'two@example.com',
    username,
    password: PASSWORD,
    full_name: 'Two Names',
  })
  await scene.verify('two@example.com')
  for (let round = 0; round < 5; round++) await guess(undefined, { email: 'two@example.com' })
  // The wait of the account runs: nothing is judged, and the answer is that of any other name.
  expect(await guess(PASSWORD, { username })).toMatchObject({ code: wrong })
  expect(await guess(undefined, { username: 'nobody-at-all' })).toMatchObject({ code: wrong })
  scene.advance(1)
  expect((await guess(PASSWORD, { username })).code).toBe('in')
})

test('a browser that signed in before is counted alone: guessing elsewhere does not lock its owner out', async () => {
  const known = { device_token: 'd'.repeat(43), ip: '198.51.100.7' }
  expect((await guess(PASSWORD, undefined, known)).code).toBe('in')
  for (let round = 0; round < 8; round++) {
    await guess()
    scene.advance(round)
  }
  expect((await guess(PASSWORD)).code).toBe('IDENTITY_TOO_MANY_TRIES')
  expect((await guess(PASSWORD, undefined, known)).code).toBe('in')
  // Signing in there gives the strangers nothing back.
  expect((await guess(PASSWORD)).code).toBe('IDENTITY_TOO_MANY_TRIES')
  for (let round = 0; round < 5; round++) expect((await guess(undefined, undefined, known)).code).toBe(wrong)
  expect((await guess(PASSWORD, undefined, known)).code).toBe('IDENTITY_TOO_MANY_TRIES')
})

test('a device of one account is a stranger to another', async () => {
  const device = { device_token: 'e'.repeat(43) }
  await scene.account('eve@example.com')
  expect((await guess(PASSWORD, { email: 'eve@example.com' }, device)).code).toBe('in')
  for (let round = 0; round < 5; round++) await guess()
  expect((await guess(PASSWORD, { email: EMAIL }, device)).code).toBe('IDENTITY_TOO_MANY_TRIES')
})

// Half of its tries have a challenge to solve.
test('one network cannot try one password on many accounts for long', { timeout: 90_000 }, async () => {
  const codes: string[] = []
  for (let number = 0; number < 55; number++) {
    codes.push((await guess('a wrong guess', { email: `user${String(number)}@example.com` })).code)
  }
  expect(codes.indexOf('IDENTITY_TOO_MANY_TRIES')).toBe(50)
  const elsewhere = scene.h.call('login', { email: EMAIL, password: PASSWORD }, { ip: '198.51.100.7' })
  expect(await elsewhere).toHaveProperty('access_token')
})
