import { afterEach, beforeEach, expect, test } from 'vitest'
import { codeAt, totpScene } from './totp-scene.ts'

let scene: Awaited<ReturnType<typeof totpScene>>
beforeEach(async () => void (scene = await totpScene()))
afterEach(() => scene.h.close())

test('an authenticator app is set up with a secret, its address and its QR code', async () => {
  await scene.account()
  const principal = await scene.byPassword()
  const setup: { secret: string; otpauth_url: string; qr_code: string; expires_at: string } =
    await scene.h.call('setUpTotp', {}, { principal })
  expect(setup.secret).toMatch(/^[A-Z2-7]{32}$/)
  const address = new URL(setup.otpauth_url)
  expect(address.protocol).toBe('otpauth:')
  expect(address.searchParams.get('secret')).toBe(setup.secret)
  expect(address.searchParams.get('issuer')).toBe('Test shop')
  expect(decodeURIComponent(address.pathname)).toContain('ada@example.com')
  expect(setup.qr_code).toMatch(/^data:image\/png;base64,iVBOR/)
  expect(setup.expires_at).toBe('2026-01-15T12:15:00.000Z')
})

test('nothing changes for the account until a code of the app was right', async () => {
  await scene.account()
  const principal = await scene.byPassword()
  await scene.h.call('setUpTotp', {}, { principal })
  expect(await scene.signIn()).toHaveProperty('access_token')
  expect(await scene.h.call('getFactors', {}, { principal })).toEqual({
    totp: false,
    confirmed_at: null,
    backup_codes_left: 0,
    passkeys: 0,
    remembered_devices: 0,
  })
})

test('the confirmed app is asked for at the next sign-in, and comes with ten backup codes', async () => {
  await scene.account()
  const principal = await scene.byPassword()
  const { secret, backup_codes } = await scene.setUp(principal)
  expect(new Set(backup_codes).size).toBe(10)
  for (const code of backup_codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  const asked = await scene.signIn()
  expect(asked).toMatchObject({ mfa_required: true, methods: ['totp', 'backup_code'], expires_in: 300 })
  scene.advance(30)
  const pair = await scene.verify({ mfa_token: asked.mfa_token, code: codeAt(secret, scene.now()) })
  expect(await scene.who(pair.access_token)).toMatchObject({ kind: 'customer' })
  expect(await scene.events('identity.factor-changed.v1')).toEqual([
    { account_id: await scene.idOf(), factor: 'totp', change: 'added' },
  ])
  expect(await scene.entries('authn_factor_added')).toHaveLength(1)
})

test('neither the secret nor a code can be read in the database or in what is told to others', async () => {
  await scene.account()
  const { secret, backup_codes } = await scene.setUp(await scene.byPassword())
  const { rows } = await scene.h.db.pool.query<{ text: string }>(
    `SELECT row_to_json(t)::text AS text FROM identity.totp t
     UNION ALL SELECT row_to_json(b)::text FROM identity.backup_codes b`,
  )
  const told = (await scene.h.events()).map((event) => ({ text: JSON.stringify(event.payload) }))
  for (const { text } of [...rows, ...told]) {
    expect(text).not.toContain(secret)
    for (const code of backup_codes) expect(text).not.toContain(code)
  }
  const { rows: raw } = await scene.h.db.pool.query<{ secret: Buffer }>('SELECT secret FROM identity.totp')
  expect(raw[0]?.secret.length).toBe(48)
})

test('the first factor lifts the session of staff that set it up, and no other', async () => {
  await scene.staff()
  const [one, other] = [
    await scene.signIn('olga@example.com', 'startStaffSession'),
    await scene.signIn('olga@example.com', 'startStaffSession'),
  ]
  expect(one.account).toMatchObject({ enrolment_required: true })
  const principal = await scene.who(one.session_token, 'session')
  await scene.setUp(principal)
  expect(await scene.who(one.session_token, 'session')).toMatchObject({ permissions: ['*:*'] })
  expect(await scene.who(other.session_token, 'session')).toMatchObject({ permissions: ['identity:enrol'] })
  const me = await scene.h.call('getMe', {}, { principal: await scene.who(one.session_token, 'session') })
  expect(me).toMatchObject({ enrolment_required: false })
})

test('another app takes the place of the first: its codes and backup codes stop working', async () => {
  await scene.account()
  const principal = await scene.byPassword()
  const old = await scene.setUp(principal)
  scene.advance(60)
  const again = await scene.setUp(await scene.byFactor(old.secret))
  scene.advance(60)
  const asked = await scene.signIn()
  for (const proof of [{ code: codeAt(old.secret, scene.now()) }, { backup_code: old.backup_codes[0] }])
    await expect(scene.verify({ mfa_token: asked.mfa_token, ...proof })).rejects.toMatchObject({
      code: 'IDENTITY_WRONG_CODE',
    })
  await scene.verify({ mfa_token: asked.mfa_token, code: codeAt(again.secret, scene.now()) })
})

test('the old app stays good while another one is being set up', async () => {
  await scene.account()
  const { secret } = await scene.setUp(await scene.byPassword())
  scene.advance(30)
  await scene.h.call('setUpTotp', {}, { principal: await scene.byFactor(secret) })
  scene.advance(30)
  expect(await scene.byFactor(secret)).toMatchObject({ kind: 'customer' })
})

test('backup codes are made anew, which ends the old ones', async () => {
  await scene.account()
  const { secret, backup_codes: old } = await scene.setUp(await scene.byPassword())
  scene.advance(30)
  const principal = await scene.byFactor(secret)
  const { backup_codes }: { backup_codes: string[] } = await scene.h.call(
    'regenerateBackupCodes',
    {},
    { principal },
  )
  expect(backup_codes.filter((code) => old.includes(code))).toEqual([])
  const { mfa_token } = await scene.signIn()
  await expect(scene.verify({ mfa_token, backup_code: old[0] })).rejects.toMatchObject({ status: 401 })
  await scene.verify({ mfa_token, backup_code: backup_codes[0] })
  expect(await scene.h.call('getFactors', {}, { principal })).toMatchObject({ backup_codes_left: 9 })
})

test('a customer turns the second factor off, and signs in by password alone again', async () => {
  await scene.account()
  const { secret } = await scene.setUp(await scene.byPassword())
  scene.advance(30)
  const principal = await scene.byFactor(secret)
  expect(await scene.h.call('disableTotp', {}, { principal })).toBeNull()
  expect(await scene.signIn()).toHaveProperty('access_token')
  expect(await scene.h.call('getFactors', {}, { principal })).toMatchObject({
    totp: false,
    backup_codes_left: 0,
  })
  expect(await scene.entries('authn_factor_removed')).toHaveLength(1)
})

test('the command line sets an app up for an account', async () => {
  const { id }: { id: string } = await scene.staff()
  const { secret } = await scene.enrol(id)
  const asked = await scene.signIn('olga@example.com', 'loginStaff')
  const pair = await scene.verify({ mfa_token: asked.mfa_token, code: codeAt(secret, scene.now()) })
  expect(await scene.who(pair.access_token)).toMatchObject({ kind: 'staff', permissions: ['*:*'] })
})
