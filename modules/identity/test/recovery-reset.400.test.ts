import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf, NEW_PASSWORD, recoveryScene, type RecoveryScene } from './recovery-scene.ts'
import { EMAIL } from './scene.ts'

let scene: RecoveryScene
beforeEach(async () => {
  scene = await recoveryScene()
  await scene.account()
})
afterEach(() => scene.h.close())

test('unknown address, wrong code, old code, spent code and another door answer alike', async () => {
  await scene.staff('clerk@example.com', 'staff')
  const otp = await scene.otpFor()
  const other = otp === '000000' ? '000001' : '000000'
  const answers = [
    await failureOf(scene.verifyOtp(other)),
    await failureOf(scene.verifyOtp(otp, 'nobody@example.com')),
    await failureOf(scene.verifyOtp(await scene.otpFor('clerk@example.com'), 'clerk@example.com')),
    await failureOf(scene.verifyOtp(otp, EMAIL, 'verifyStaffResetCode')),
  ]
  scene.advance(601)
  answers.push(await failureOf(scene.verifyOtp(otp)))
  const fresh = await scene.otpFor()
  await scene.verifyOtp(fresh)
  answers.push(await failureOf(scene.verifyOtp(fresh)))
  for (const answer of answers) {
    expect(answer).toEqual([
      'IDENTITY_RESET_CODE_INVALID',
      400,
      'This code is not right, or not valid any more. Check it, or ask for a new one.',
    ])
  }
})

test('asking answers alike for known, unknown, locked and staff addresses; only one is mailed', async () => {
  await scene.staff('clerk@example.com', 'staff')
  await scene.account('locked@example.com')
  await scene.h.db.pool.query(
    "UPDATE identity.accounts SET locked_at = now(), lock_reason = 'x' WHERE email = 'locked@example.com'",
  )
  for (const email of [EMAIL, 'nobody@example.com', 'locked@example.com', 'clerk@example.com']) {
    expect(await scene.forgot(email)).toEqual({ status: 'code_sent' })
  }
  expect(await scene.events('identity.password-reset-requested.v1')).toEqual([
    { account_id: await scene.idOf(), audience: 'shop' },
  ])
})

test('after five tries the right code is refused too', async () => {
  const otp = await scene.otpFor()
  const wrong = otp === '000000' ? '000001' : '000000'
  for (let round = 0; round < 5; round++) await failureOf(scene.verifyOtp(wrong))
  expect(await failureOf(scene.verifyOtp(otp))).toContain('IDENTITY_RESET_CODE_INVALID')
})

test('a fresh code voids the one before', async () => {
  const first = await scene.otpFor()
  let second = await scene.otpFor()
  while (second === first) second = await scene.otpFor()
  expect(await failureOf(scene.verifyOtp(first))).toContain('IDENTITY_RESET_CODE_INVALID')
  expect(await scene.verifyOtp(second)).toHaveProperty('reset_token')
})

test('the token ends after 15 minutes, and with another reset', async () => {
  const early = await scene.resetToken()
  const late = await scene.resetToken()
  await scene.reset(late)
  expect(await failureOf(scene.reset(early))).toContain('IDENTITY_TOKEN_INVALID')
  const old = await scene.resetToken()
  scene.advance(901)
  expect(await failureOf(scene.reset(old))).toContain('IDENTITY_TOKEN_INVALID')
})

test('a token of another purpose, or of the other audience, resets nothing', async () => {
  await scene.register('new@example.com')
  const { token } = await scene.mailSecret(await scene.idOf(), 'not_me')
  const { token: recovery } = await scene.mailSecret(await scene.idOf(), 'staff_recovery')
  const own = await scene.resetToken()
  for (const other of [
    await scene.tokenFor('new@example.com'),
    token ?? '',
    recovery ?? '',
    'x'.repeat(43),
  ]) {
    expect(await failureOf(scene.reset(other))).toContain('IDENTITY_TOKEN_INVALID')
  }
  expect(await failureOf(scene.reset(own, { code: '123456' }, 'resetStaffPassword'))).toContain(
    'IDENTITY_TOKEN_INVALID',
  )
  expect(await failureOf(scene.h.call('verifyEmail', { token: own }))).toContain('IDENTITY_TOKEN_INVALID')
  const recover = { token: own, new_password: NEW_PASSWORD }
  expect(await failureOf(scene.h.call('recoverStaff', recover))).toContain('IDENTITY_TOKEN_INVALID')
  expect(await scene.reset(own)).toEqual({ status: 'password_reset' })
})

test.each([
  ['mailcreated5240mailcreated5240', 'IDENTITY_PASSWORD_TOO_COMMON'],
  ['ada@example.com', 'IDENTITY_PASSWORD_TOO_COMMON'],
  ['short enough', 'IDENTITY_PASSWORD_TOO_SHORT'],
  ['7 chars', 'VALIDATION_FAILED'],
])('%s is refused and leaves the token good', async (new_password, code) => {
  const token = await scene.resetToken()
  expect(await failureOf(scene.reset(token, { new_password }))).toContain(code)
  expect(await scene.reset(token)).toEqual({ status: 'password_reset' })
})
