import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf, NEW_PASSWORD, recoveryScene, type RecoveryScene } from './recovery-scene.ts'
import { EMAIL, PASSWORD } from './scene.ts'

let scene: RecoveryScene
beforeEach(async () => {
  scene = await recoveryScene()
  await scene.account()
})
afterEach(() => scene.h.close())

const change = async (input: object, principal?: Awaited<ReturnType<RecoveryScene['who']>>) =>
  scene.h.call(
    'changePassword',
    { new_password: NEW_PASSWORD, ...input },
    { principal: principal ?? (await scene.byPassword()) },
  )

test('this session stays, all others and what was mailed before end', async () => {
  const other = await scene.login()
  const own = await scene.login()
  const otp = await scene.otpFor()
  expect(await change({ current_password: PASSWORD }, await scene.who(own.access_token))).toEqual({
    status: 'password_changed',
  })
  expect(await scene.authenticate(own.access_token)).not.toBeNull()
  expect(await scene.authenticate(other.access_token)).toBeNull()
  expect(await failureOf(scene.verifyOtp(otp))).toContain('IDENTITY_RESET_CODE_INVALID')
  expect(await scene.login(EMAIL, NEW_PASSWORD)).toHaveProperty('access_token')
  expect(await scene.entries('authn_password_change')).toHaveLength(1)
  expect(await scene.events('identity.password-changed.v1')).toHaveLength(1)
})

test.each([
  [{ new_password: 'short enough' }, 'IDENTITY_PASSWORD_TOO_SHORT'],
  [{ new_password: 'mailcreated5240mailcreated5240' }, 'IDENTITY_PASSWORD_TOO_COMMON'],
  [{ new_password: 'Ada Lovelace' }, 'IDENTITY_PASSWORD_TOO_SHORT'],
  [{ current_password: 'not the password' }, 'IDENTITY_WRONG_CREDENTIALS'],
])('%o is refused', async (input, code) => {
  expect(await failureOf(change(input))).toContain(code)
  expect(await scene.login()).toHaveProperty('access_token')
})

test('wrong current passwords are counted: five, then a wait', async () => {
  const principal = await scene.byPassword()
  const codes: unknown[] = []
  for (let round = 0; round < 6; round++) {
    codes.push(await failureOf(change({ current_password: 'not the password' }, principal)))
  }
  expect(codes[4]).toContain('IDENTITY_WRONG_CREDENTIALS')
  expect(codes[5]).toContain('IDENTITY_TOO_MANY_TRIES')
  expect(await failureOf(change({ current_password: PASSWORD }, principal))).toContain(
    'IDENTITY_TOO_MANY_TRIES',
  )
})

test('it asks for a fresh proof, and for somebody who is signed in', async () => {
  const principal = await scene.byPassword()
  scene.advance(601)
  expect(await failureOf(change({}, principal))).toContain('STEP_UP_REQUIRED')
  expect(await failureOf(change({}, { kind: 'guest', guest_token: null }))).toContain('UNAUTHENTICATED')
})
