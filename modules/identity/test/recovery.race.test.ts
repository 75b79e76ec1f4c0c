import { afterEach, beforeEach, expect, test } from 'vitest'
import { NEW_PASSWORD, recoveryScene, type RecoveryScene } from './recovery-scene.ts'
import { codeAt } from './totp-scene.ts'

// Each was seen to fail with its guard taken out: without `used_at IS NULL` in useCode and useToken several win, without
// `tries < 5` in takeCodeTry and takeTokenTry all guesses pass. The staff's reset is guarded twice and needs both taken.
let scene: RecoveryScene
beforeEach(async () => {
  scene = await recoveryScene()
  await scene.account()
})
afterEach(() => scene.h.close())

async function outcomes(count: number, call: (index: number) => Promise<unknown>) {
  const settled = await Promise.allSettled(Array.from({ length: count }, (_, index) => call(index)))
  const codes = settled.flatMap((one) =>
    one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
  )
  return { won: settled.length - codes.length, codes: [...new Set(codes)] }
}

test('a mailed code that is used 50 times at once gives one token', async () => {
  const otp = await scene.otpFor()
  expect(await outcomes(50, () => scene.verifyOtp(otp))).toEqual({
    won: 1,
    codes: ['IDENTITY_RESET_CODE_INVALID'],
  })
})

test('50 guesses at once spend five', async () => {
  const otp = await scene.otpFor()
  const guesses = Array.from({ length: 60 }, (_, index) => String(index).padStart(6, '0'))
  await outcomes(50, (index) => scene.verifyOtp(guesses.filter((guess) => guess !== otp)[index] ?? ''))
  const { rows } = await scene.h.db.pool.query<{ tries: number }>('SELECT tries FROM identity.mailed_codes')
  expect(rows[0]?.tries).toBe(5)
})

test('a reset token that is used 50 times at once sets one password', async () => {
  const token = await scene.resetToken()
  const { won, codes } = await outcomes(50, (index) =>
    scene.reset(token, { new_password: `${NEW_PASSWORD} ${index}` }),
  )
  expect({ won, codes }).toEqual({ won: 1, codes: ['IDENTITY_TOKEN_INVALID'] })
  expect(await scene.events('identity.password-changed.v1')).toHaveLength(1)
})

test('50 dates of birth at once spend five tries', async () => {
  await scene.setBirthDate('1984-05-09')
  const token = await scene.resetToken()
  await outcomes(50, (index) =>
    scene.reset(token, { date_of_birth: `1990-01-${String((index % 28) + 1).padStart(2, '0')}` }),
  )
  const { rows } = await scene.h.db.pool.query<{ tries: number }>(
    "SELECT tries FROM identity.one_time_tokens WHERE purpose = 'reset_password'",
  )
  expect(rows[0]?.tries).toBe(5)
  await expect(scene.reset(token, { date_of_birth: '1984-05-09' })).rejects.toMatchObject({
    code: 'IDENTITY_TOKEN_INVALID',
  })
})

test('a staff reset spends its code and its token together: of 20 at once one wins', async () => {
  await scene.staff('olga@example.com')
  const { secret } = await scene.enrol(await scene.idOf('olga@example.com'))
  const token = await scene.resetToken('olga@example.com', 'verifyStaffResetCode')
  const code = codeAt(secret, scene.now())
  const { won } = await outcomes(20, () => scene.reset(token, { code }, 'resetStaffPassword'))
  expect(won).toBe(1)
})

test('a recovery link that is used 50 times at once works once', async () => {
  await scene.staff('olga@example.com')
  const { token } = await scene.mailSecret(await scene.idOf('olga@example.com'), 'staff_recovery')
  const use = () => scene.h.call('recoverStaff', { token, new_password: NEW_PASSWORD }, scene.elsewhere())
  expect(await outcomes(50, use)).toEqual({ won: 1, codes: ['IDENTITY_TOKEN_INVALID'] })
})
