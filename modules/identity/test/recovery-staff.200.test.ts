import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf, NEW_PASSWORD, recoveryScene, type RecoveryScene } from './recovery-scene.ts'
import { codeAt, wrongCode } from './totp-scene.ts'

const OLGA = 'olga@example.com'
const CARL = 'carl@example.com'

let scene: RecoveryScene
beforeEach(async () => {
  scene = await recoveryScene()
  await scene.staff(OLGA)
  await scene.staff(CARL, 'manager')
})
afterEach(() => scene.h.close())

const staffToken = (email = OLGA) => scene.resetToken(email, 'verifyStaffResetCode')
const resetStaff = (token: string, more: object = {}) => scene.reset(token, more, 'resetStaffPassword')
const principalOf = async (email: string) => {
  const { secret } = await scene.enrol(await scene.idOf(email))
  return scene.byFactor(secret, email, 'loginStaff')
}

test('the mailbox and a code of the app set another password', async () => {
  const { secret, backup_codes } = await scene.enrol(await scene.idOf(OLGA))
  const token = await staffToken()
  expect(await failureOf(resetStaff(token))).toContain('IDENTITY_FACTOR_NEEDED')
  const wrong = wrongCode(secret, scene.now())
  expect(await failureOf(resetStaff(token, { code: wrong }))).toContain('IDENTITY_WRONG_CODE')
  expect(await resetStaff(token, { code: codeAt(secret, scene.now()) })).toEqual({ status: 'password_reset' })
  const second = await staffToken()
  expect(await resetStaff(second, { backup_code: backup_codes[0] })).toEqual({ status: 'password_reset' })
  const third = await staffToken()
  expect(await failureOf(resetStaff(third, { backup_code: backup_codes[0] }))).toContain(
    'IDENTITY_WRONG_CODE',
  )
})

test('without a second factor only another administrator helps', async () => {
  const token = await staffToken()
  expect(await failureOf(resetStaff(token, { code: '123456' }))).toEqual([
    'IDENTITY_FACTOR_NEEDED',
    403,
    'Give a code of the second factor, or have another administrator allow a recovery.',
  ])
})

test('an administrator lets somebody begin anew: factors go, and the next sign-in sets one up', async () => {
  const { secret } = await scene.enrol(await scene.idOf(CARL))
  const before = await scene.byFactor(secret, CARL, 'loginStaff')
  const principal = await principalOf(OLGA)
  const id = await scene.idOf(CARL)
  expect(await scene.h.call('allowRecovery', { id }, { principal })).toEqual({ status: 'recovery_sent' })
  expect(await scene.events('identity.recovery-allowed.v1')).toEqual([{ account_id: id }])
  const { token } = await scene.mailSecret(id, 'staff_recovery')
  const short = { token, new_password: 'qm7-Tz4kfp' }
  expect(await failureOf(scene.h.call('recoverStaff', short))).toContain('IDENTITY_PASSWORD_TOO_SHORT')
  await scene.h.call('recoverStaff', { token, new_password: NEW_PASSWORD })
  const answer = await scene.h.call('startStaffSession', { email: CARL, password: NEW_PASSWORD })
  expect(answer).toMatchObject({ account: { enrolment_required: true } })
  const { rows } = await scene.h.db.pool.query(
    'SELECT FROM identity.sessions WHERE id = $1 AND ended_at IS NOT NULL',
    [before.kind === 'staff' ? before.session_id : null],
  )
  expect(rows).toHaveLength(1)
})

test('never for oneself, never for somebody whose role stands higher, never for customers', async () => {
  await scene.staff('anna@example.com', 'admin')
  await scene.account('shopper@example.com')
  const admin = await principalOf('anna@example.com')
  const allow = async (email: string, principal = admin) =>
    failureOf(scene.h.call('allowRecovery', { id: await scene.idOf(email) }, { principal }))
  expect(await allow('anna@example.com')).toContain('FORBIDDEN')
  expect(await allow(OLGA)).toContain('FORBIDDEN')
  expect(await allow('shopper@example.com')).toContain('NOT_FOUND')
  expect(await allow(CARL, await principalOf(CARL))).toContain('FORBIDDEN')
  expect(await allow(CARL)).toBe('no failure')
})

test('it asks for a fresh proof', async () => {
  const principal = await principalOf(OLGA)
  scene.advance(601)
  const id = await scene.idOf(CARL)
  expect(await failureOf(scene.h.call('allowRecovery', { id }, { principal }))).toContain('STEP_UP_REQUIRED')
})
