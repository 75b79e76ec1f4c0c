import { afterEach, beforeEach, expect, test } from 'vitest'
import { NEW_PASSWORD, recoveryScene, type RecoveryScene } from './recovery-scene.ts'
import { EMAIL } from './scene.ts'

let scene: RecoveryScene
beforeEach(async () => {
  scene = await recoveryScene()
  await scene.account()
})
afterEach(() => scene.h.close())

test('a mailed code sets another password, ends every session and signs nobody in', async () => {
  const pair = await scene.login()
  expect(await scene.forgot()).toEqual({ status: 'code_sent' })
  expect(await scene.events('identity.password-reset-requested.v1')).toHaveLength(1)
  const verified = await scene.verifyOtp(await scene.otpFor())
  expect(verified).toMatchObject({ expires_in: 900, birth_date_hint: null })
  expect(await scene.reset(verified.reset_token)).toEqual({ status: 'password_reset' })
  expect(await scene.authenticate(pair.access_token)).toBeNull()
  await expect(scene.h.call('refresh', { refresh_token: pair.refresh_token })).rejects.toMatchObject({
    code: 'IDENTITY_REFRESH_INVALID',
  })
  await expect(scene.login()).rejects.toMatchObject({ code: 'IDENTITY_WRONG_CREDENTIALS' })
  expect(await scene.login(EMAIL, NEW_PASSWORD)).toHaveProperty('access_token')
  expect(await scene.events('identity.password-changed.v1')).toHaveLength(1)
  expect(await scene.entries('authn_password_reset')).toHaveLength(1)
})

test('a password that was disabled works again once it is another, and waits are over', async () => {
  for (let round = 0; round < 6; round++) await scene.login(EMAIL, 'a wrong guess').catch(() => undefined)
  await scene.h.db.pool.query('UPDATE identity.passwords SET failures = 100, disabled_at = now()')
  await scene.reset(await scene.resetToken())
  expect(await scene.login(EMAIL, NEW_PASSWORD)).toHaveProperty('access_token')
})

test('sign-ins that wait and remembered devices of before open nothing any more', async () => {
  const device_token = 'd'.repeat(43)
  const { secret } = await scene.enrol(await scene.idOf())
  expect(secret).toBeTruthy()
  const waiting = await scene.signIn()
  await scene.h.db.pool.query(
    `INSERT INTO identity.devices (account_id, token_hash, id, first_seen_at, last_seen_at, remembered_until)
     SELECT id, sha256($1), id, created_at, created_at, 'infinity' FROM identity.accounts`,
    [Buffer.from(device_token)],
  )
  await scene.reset(await scene.resetToken())
  const { rows } = await scene.h.db.pool.query(
    'SELECT FROM identity.devices WHERE remembered_until IS NOT NULL',
  )
  expect(rows).toHaveLength(0)
  await expect(scene.verify({ mfa_token: waiting.mfa_token, code: '123456' })).rejects.toMatchObject({
    code: 'IDENTITY_SIGN_IN_EXPIRED',
  })
})

test('8 characters are enough where a second factor stands beside them, and are marked as short', async () => {
  await scene.enrol(await scene.idOf())
  await scene.reset(await scene.resetToken(), { new_password: 'qm7-Tz4kfp' })
  const { rows } = await scene.h.db.pool.query<{ short: boolean }>('SELECT short FROM identity.passwords')
  expect(rows[0]?.short).toBe(true)
})

test('the date of birth is asked for with a hint; five wrong ones void the token', async () => {
  await scene.setBirthDate('1984-05-09')
  const { reset_token, birth_date_hint } = await scene.verifyOtp(await scene.otpFor())
  expect(birth_date_hint).toBe('**/**/19*4')
  const wrong = { code: 'IDENTITY_BIRTH_DATE_WRONG', status: 400 }
  await expect(scene.reset(reset_token)).rejects.toMatchObject(wrong)
  for (let round = 0; round < 5; round++) {
    await expect(scene.reset(reset_token, { date_of_birth: '1984-05-10' })).rejects.toMatchObject(wrong)
  }
  await expect(scene.reset(reset_token, { date_of_birth: '1984-05-09' })).rejects.toMatchObject({
    code: 'IDENTITY_TOKEN_INVALID',
    status: 400,
  })
  const again = await scene.resetToken()
  expect(await scene.reset(again, { date_of_birth: '1984-05-09' })).toEqual({ status: 'password_reset' })
})

test('it is not asked for where the owner does not want it', async () => {
  await scene.setBirthDate('1984-05-09')
  await scene.h.db.pool.query('UPDATE identity.accounts SET birth_date_check = false')
  const { reset_token, birth_date_hint } = await scene.verifyOtp(await scene.otpFor())
  expect(birth_date_hint).toBeNull()
  expect(await scene.reset(reset_token)).toEqual({ status: 'password_reset' })
})
