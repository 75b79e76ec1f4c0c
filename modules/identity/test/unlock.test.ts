import { afterEach, beforeEach, expect, test } from 'vitest'
import { EMAIL, identityScene, PASSWORD } from './scene.ts'
import { solvedChallenge } from './solve.ts'

// Planted and seen to fail: the guard of `useToken`, the reason in `enablePassword`, one try more in
// `countWrongPassword`. A disabled password is refused twice, by `isOpen` and by `confirmPassword`.

let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => {
  scene = await identityScene()
  await scene.account()
})
afterEach(() => scene.h.close())

const wrong = 'IDENTITY_WRONG_CREDENTIALS'

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'in',
    (error: { code: string }) => error.code,
  )
}

/** Guesses with all patience: waits as long as told, and solves every challenge. */
async function guess(email: string, password: string): Promise<string> {
  scene.advance(901)
  const challenge_response = await solvedChallenge(scene.h.call)
  return codeOf(scene.h.call('login', { email, password, challenge_response }))
}

async function failures(): Promise<number> {
  const { rows } = await scene.h.db.pool.query<{ failures: number }>(
    'SELECT failures FROM identity.passwords',
  )
  return rows[0]?.failures ?? -1
}

const setFailures = (count: number) =>
  scene.h.db.pool.query('UPDATE identity.passwords SET failures = $1', [count])

async function raised(type: string): Promise<{ account_id: string; session_id: string }[]> {
  return (await scene.h.events()).filter((event) => event.type === type).map(({ payload }) => payload)
}

async function unlockToken(): Promise<string> {
  const [{ account_id } = { account_id: '' }] = await raised('identity.password-disabled.v1')
  const mail = { account_id, purpose: 'unlock_password' }
  const { token }: { token: string } = await scene.h.call('issueMailToken', mail, { caller: 'notifications' })
  return token
}

async function disable(): Promise<void> {
  await setFailures(99)
  expect(await guess(EMAIL, 'a wrong guess')).toBe(wrong)
}

test('a hundred wrong passwords in a row disable the password, which nobody outside can see', async () => {
  for (let round = 0; round < 12; round++) await guess(EMAIL, 'a wrong guess')
  expect(await failures()).toBe(12)
  await setFailures(98)
  expect(await guess(EMAIL, 'a wrong guess')).toBe(wrong)
  expect(await raised('identity.password-disabled.v1')).toEqual([])
  expect(await guess(EMAIL, 'a wrong guess')).toBe(wrong)
  expect(await raised('identity.password-disabled.v1')).toHaveLength(1)
  expect(await scene.audited()).toContain('authn_login_lock')

  // From here on the right password is a wrong one, and nothing is mailed again.
  expect(await guess(EMAIL, PASSWORD)).toBe(wrong)
  expect(await guess(EMAIL, 'a wrong guess')).toBe(wrong)
  expect(await guess('nobody@example.com', 'a wrong guess')).toBe(wrong)
  expect(await raised('identity.password-disabled.v1')).toHaveLength(1)
})

test('a right password ends the count', async () => {
  await setFailures(99)
  expect(await guess(EMAIL, PASSWORD)).toBe('in')
  expect(await failures()).toBe(0)
})

test('sessions go on when the password is disabled', async () => {
  const { access_token } = await scene.login()
  await setFailures(99)
  scene.advance(60)
  expect(await codeOf(scene.login(EMAIL, 'a wrong guess'))).toBe(wrong)
  expect(await scene.authenticate(access_token)).not.toBeNull()
})

test('the link in the mail enables the password and forgets the tries', async () => {
  for (let round = 0; round < 5; round++) await codeOf(scene.login(EMAIL, 'a wrong guess'))
  await disable()
  const token = await unlockToken()
  const older = await unlockToken()
  expect(await scene.h.call('unlockPassword', { token })).toEqual({ status: 'unlocked' })
  expect(await codeOf(scene.login())).toBe('in')
  expect(await scene.audited()).toContain('authn_login_unlock')
  expect(await codeOf(scene.h.call('unlockPassword', { token: older }))).toBe('IDENTITY_TOKEN_INVALID')
})

test('the link that is used 50 times at once works once, and no other token does', async () => {
  await disable()
  const token = await unlockToken()
  const settled = await Promise.allSettled(
    Array.from({ length: 50 }, () => scene.h.call('unlockPassword', { token }) as Promise<unknown>),
  )
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { token: foreign }: { token: string } = await scene.h.call(
    'issueMailToken',
    { account_id: (await raised('identity.password-disabled.v1'))[0]?.account_id, purpose: 'not_me' },
    { caller: 'notifications' },
  )
  expect(await codeOf(scene.h.call('unlockPassword', { token: foreign }))).toBe('IDENTITY_TOKEN_INVALID')
})

test('it does not open a password that its owner said somebody else knows', async () => {
  await disable()
  const token = await unlockToken()
  await scene.h.db.pool.query("UPDATE identity.passwords SET disabled_reason = 'not_me'")
  expect(await codeOf(scene.h.call('unlockPassword', { token }))).toBe('IDENTITY_TOKEN_INVALID')
  expect(await guess(EMAIL, PASSWORD)).toBe(wrong)
})

test('it is good for a day', async () => {
  await disable()
  const token = await unlockToken()
  scene.advance(24 * 3_600)
  expect(await codeOf(scene.h.call('unlockPassword', { token }))).toBe('IDENTITY_TOKEN_INVALID')
})
