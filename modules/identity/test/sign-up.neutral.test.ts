import { afterAll, beforeAll, expect, test } from 'vitest'
import { EMAIL, identityScene, PASSWORD } from './scene.ts'

let scene: Awaited<ReturnType<typeof identityScene>>
beforeAll(async () => {
  scene = await identityScene()
  await scene.account()
})
afterAll(() => scene.h.close())

async function answerOf(call: Promise<unknown>): Promise<unknown> {
  return call.catch((error: Error & { code: string; status: number }) => [
    error.code,
    error.status,
    error.message,
  ])
}

test('signing up with a known address answers as with a new one, and mails its owner', async () => {
  const known = await answerOf(scene.register(EMAIL))
  const unknown = await answerOf(scene.register('new@example.com'))
  expect(known).toEqual(unknown)
  const types = (await scene.h.events()).map((event) => event.type)
  expect(types.filter((type) => type === 'identity.duplicate-registration.v1')).toHaveLength(1)
})

test('the username of a sign-up is held whether or not the address was known', async () => {
  await scene.register(EMAIL, { username: 'probe-known' })
  await scene.register('newer@example.com', { username: 'probe-new' })
  for (const username of ['probe-known', 'PROBE-new']) {
    await expect(scene.register('third@example.com', { username })).rejects.toMatchObject({
      code: 'IDENTITY_USERNAME_TAKEN',
    })
  }
  // Whoever holds it may try again.
  await scene.register(EMAIL, { username: 'probe-known' })
  await scene.register('newer@example.com', { username: 'probe-new' })
})

test('wrong password, unknown account, unconfirmed address and wrong door answer alike', async () => {
  const { h } = scene
  await scene.register('waiting@example.com')
  await scene.staff('clerk@example.com', 'staff')
  const answers = [
    await answerOf(scene.login(EMAIL, 'not the password')),
    await answerOf(scene.login('nobody@example.com')),
    await answerOf(scene.login('waiting@example.com')),
    await answerOf(scene.login('clerk@example.com')),
    await answerOf(scene.login(EMAIL, PASSWORD, 'loginStaff')),
    await answerOf(h.call('startSession', { username: 'nobody', password: PASSWORD })),
    await answerOf(h.call('startStaffSession', { email: EMAIL, password: PASSWORD })),
  ]
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
})

test('resending answers alike, and each address gets only so many mails', async () => {
  const sent = async () =>
    (await scene.h.events()).filter((event) => event.type === 'identity.verification-requested.v1').length
  await scene.register('slow@example.com')
  const before = await sent()
  const known: unknown[] = []
  const unknown: unknown[] = []
  for (let round = 0; round < 4; round++) {
    known.push(await answerOf(scene.h.call('resendVerification', { email: 'slow@example.com' })))
    unknown.push(await answerOf(scene.h.call('resendVerification', { email: 'ghost@example.com' })))
  }
  expect(known.slice(0, 2)).toEqual(unknown.slice(0, 2))
  expect(known[3]).toEqual(unknown[3])
  expect((await sent()) - before).toBe(2)
})

test('an unknown account takes about as long as a known one', async () => {
  let host = 0
  const time = async (email: string) => {
    host += 1
    const ip = `198.18.${host >> 8}.${host & 255}`
    const start = performance.now()
    await answerOf(scene.h.call('login', { email, password: 'not the password' }, { ip }))
    return performance.now() - start
  }
  // The fastest of many tells the work apart from a busy machine; a missing hash would halve it, however often.
  let [known, unknown] = [Infinity, Infinity]
  const isAlike = () => unknown / known > 0.75 && unknown / known < 1.33
  for (let round = 0; round < 400 && (round < 25 || !isAlike()); round++) {
    scene.advance(1_000)
    known = Math.min(known, await time(EMAIL))
    unknown = Math.min(unknown, await time('absent@example.com'))
  }
  expect(unknown / known).toBeGreaterThan(0.75)
  expect(unknown / known).toBeLessThan(1.33)
})
