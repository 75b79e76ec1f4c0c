import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeAt, totpScene } from './totp-scene.ts'

let scene: Awaited<ReturnType<typeof totpScene>>
beforeAll(async () => {
  scene = await totpScene()
  await scene.staff()
  await scene.account()
})
afterAll(() => scene.h.close())

const operations = [
  'setUpTotp',
  'confirmTotp',
  'disableTotp',
  'regenerateBackupCodes',
  'getFactors',
  'listDevices',
  'forgetDevice',
  'forgetAllDevices',
]

test.each(operations)('%s needs somebody who is signed in', async (operation) => {
  await expect(scene.h.call(operation, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test.each([
  'disableTotp',
  'regenerateBackupCodes',
  'listDevices',
  'forgetDevice',
  'forgetAllDevices',
  'updateMe',
])('staff without a second factor may not %s', async (operation) => {
  const { session_token } = await scene.signIn('olga@example.com', 'startStaffSession')
  const principal = await scene.who(session_token, 'session')
  await expect(scene.h.call(operation, {}, { principal })).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('staff without a second factor may see who they are and what they lack', async () => {
  const { session_token } = await scene.signIn('olga@example.com', 'startStaffSession')
  const principal = await scene.who(session_token, 'session')
  expect(await scene.h.call('getMe', {}, { principal })).toMatchObject({ enrolment_required: true })
  expect(await scene.h.call('getFactors', {}, { principal })).toMatchObject({ totp: false })
})

test('an app is enrolled by the command line alone', async () => {
  const input = { account_id: await scene.idOf() }
  const principal = await scene.byPassword()
  for (const as of [{}, { principal }, { caller: 'notifications' }])
    await expect(scene.h.call('enrolTotp', input, as)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a device of somebody else cannot be forgotten', async () => {
  const device_token = 'd'.repeat(43)
  const { secret } = await scene.enrol(await scene.idOf())
  const { mfa_token } = await scene.signIn(undefined, 'login', { device_token })
  const code = codeAt(secret, scene.now())
  await scene.verify({ mfa_token, code, remember_device: true }, { device_token })
  const { rows } = await scene.h.db.pool.query<{ id: string }>(
    'SELECT id FROM identity.devices WHERE remembered_until IS NOT NULL',
  )
  await scene.account('eve@example.com')
  const principal = await scene.byPassword('eve@example.com')
  await expect(scene.h.call('forgetDevice', { device_id: rows[0]?.id }, { principal })).rejects.toMatchObject(
    { code: 'NOT_FOUND' },
  )
  expect(await scene.signIn(undefined, 'login', { device_token })).toHaveProperty('access_token')
})
