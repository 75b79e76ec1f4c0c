import { afterEach, beforeEach, expect, test } from 'vitest'
import { EMAIL, identityScene, PASSWORD } from './scene.ts'

let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => {
  scene = await identityScene()
  await scene.account()
})
afterEach(() => scene.h.close())

async function guess(
  password = 'a wrong guess',
  email = EMAIL,
): Promise<{ code: string; retryAfterSeconds?: number }> {
  return scene.login(email, password).then(
    () => ({ code: 'in' }),
    (error: { code: string; retryAfterSeconds?: number }) => error,
  )
}

test.each([EMAIL, 'nobody@example.com'])(
  '%s: five free tries, then waits of 1, 2, 4 … 900 seconds',
  async (email) => {
    for (let round = 0; round < 5; round++) {
      expect((await guess(undefined, email)).code).toBe('IDENTITY_WRONG_CREDENTIALS')
    }
    for (const wait of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]) {
      const refused = await guess(undefined, email)
      expect(refused).toMatchObject({ code: 'IDENTITY_TOO_MANY_TRIES', retryAfterSeconds: wait })
      scene.advance(wait)
      expect((await guess(undefined, email)).code).toBe('IDENTITY_WRONG_CREDENTIALS')
    }
  },
)

test('inside a wait the right password gets the same answer as a wrong one', async () => {
  for (let round = 0; round < 5; round++) await guess()
  const [wrong, right] = [await guess(), await guess(PASSWORD)]
  expect([right.code, right.retryAfterSeconds]).toEqual([wrong.code, wrong.retryAfterSeconds])
  scene.advance(1)
  expect((await guess(PASSWORD)).code).toBe('in')
})

test('signing in forgets the tries before it', async () => {
  for (let round = 0; round < 3; round++) {
    for (let wrong = 0; wrong < 4; wrong++) expect((await guess()).code).toBe('IDENTITY_WRONG_CREDENTIALS')
    expect((await guess(PASSWORD)).code).toBe('in')
  }
})

test('one network cannot try one password on many accounts for long', async () => {
  const codes: string[] = []
  for (let number = 0; number < 55; number++)
    codes.push((await guess('a wrong guess', `user${number}@example.com`)).code)
  expect(codes.indexOf('IDENTITY_TOO_MANY_TRIES')).toBe(50)
  const elsewhere = scene.h.call('login', { email: EMAIL, password: PASSWORD }, { ip: '198.51.100.7' })
  expect(await elsewhere).toHaveProperty('access_token')
})
