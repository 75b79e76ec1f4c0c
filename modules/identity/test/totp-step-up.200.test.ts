import { afterEach, beforeEach, expect, test } from 'vitest'
import { PASSWORD } from './scene.ts'
import { codeAt, totpScene } from './totp-scene.ts'

let scene: Awaited<ReturnType<typeof totpScene>>
beforeEach(async () => {
  scene = await totpScene()
  await scene.account()
})
afterEach(() => scene.h.close())

const STALE = { code: 'STEP_UP_REQUIRED', status: 401 }

test('a proof is fresh for ten minutes, and renewed by the password where there is no factor', async () => {
  const { access_token } = await scene.signIn()
  const setUp = async () => scene.h.call('setUpTotp', {}, { principal: await scene.who(access_token) })
  scene.advance(599)
  await setUp()
  scene.advance(1)
  await expect(setUp()).rejects.toMatchObject(STALE)
  const principal = await scene.who(access_token)
  expect(await scene.h.call('getStepUp', {}, { principal })).toEqual({
    methods: ['password'],
    fresh_until: null,
  })
  const renewed = await scene.h.call('stepUp', { password: PASSWORD }, { principal })
  expect(renewed).toMatchObject({ fresh_until: new Date(scene.now().getTime() + 600_000).toISOString() })
  await setUp()
})

test.each(['code', 'backup_code'])('with a second factor it is renewed by a %s', async (field) => {
  const { secret, backup_codes } = await scene.enrol(await scene.idOf())
  const { mfa_token } = await scene.signIn()
  const { access_token } = await scene.verify({ mfa_token, code: codeAt(secret, scene.now()) })
  scene.advance(600)
  const principal = await scene.who(access_token)
  expect(await scene.h.call('getStepUp', {}, { principal })).toEqual({
    methods: ['totp', 'backup_code'],
    fresh_until: null,
  })
  await expect(scene.h.call('regenerateBackupCodes', {}, { principal })).rejects.toMatchObject(STALE)
  const proof = field === 'code' ? codeAt(secret, scene.now()) : backup_codes[0]
  await scene.h.call('stepUp', { [field]: proof }, { principal })
  const renewed = await scene.who(access_token)
  expect(await scene.h.call('regenerateBackupCodes', {}, { principal: renewed })).toHaveProperty(
    'backup_codes',
  )
  expect(await scene.entries('authn_step_up')).toHaveLength(1)
})

test('staff whose password was the only proof are lifted by a code, where they have an app', async () => {
  const { id }: { id: string } = await scene.staff()
  const { session_token } = await scene.signIn('olga@example.com', 'startStaffSession')
  const principal = await scene.who(session_token, 'session')
  const { secret } = await scene.enrol(id)
  await scene.h.call('stepUp', { code: codeAt(secret, scene.now()) }, { principal })
  expect(await scene.who(session_token, 'session')).toMatchObject({ permissions: ['*:*'] })
})
