import { afterEach, beforeEach, expect, test } from 'vitest'
import { codeAt, totpScene, wrongCode } from './totp-scene.ts'

let scene: Awaited<ReturnType<typeof totpScene>>
let secret: string
let backupCodes: string[]
beforeEach(async () => {
  scene = await totpScene()
  await scene.account()
  const enrolled = await scene.enrol(await scene.idOf())
  secret = enrolled.secret
  backupCodes = enrolled.backup_codes
})
afterEach(() => scene.h.close())

const WRONG = { code: 'IDENTITY_WRONG_CODE', status: 401 }
const EXPIRED = { code: 'IDENTITY_SIGN_IN_EXPIRED', status: 401 }

test('a code of two periods ago or ahead is wrong', async () => {
  const { mfa_token } = await scene.signIn()
  for (const seconds of [-60, 60]) {
    const code = codeAt(secret, new Date(scene.now().getTime() + seconds * 1_000))
    await expect(scene.verify({ mfa_token, code })).rejects.toMatchObject(WRONG)
  }
})

test('a code is good once, and with it all that came before it', async () => {
  const next = codeAt(secret, new Date(scene.now().getTime() + 30_000))
  await scene.verify({ mfa_token: (await scene.signIn()).mfa_token, code: next })
  const { mfa_token } = await scene.signIn()
  for (const code of [next, codeAt(secret, scene.now())])
    await expect(scene.verify({ mfa_token, code })).rejects.toMatchObject(WRONG)
})

test('the code that confirmed the app does not sign in', async () => {
  const { secret: own } = await scene.setUp(await scene.byFactor(secret))
  const { mfa_token } = await scene.signIn()
  await expect(scene.verify({ mfa_token, code: codeAt(own, scene.now()) })).rejects.toMatchObject(WRONG)
})

test('a backup code is good once', async () => {
  await scene.verify({ mfa_token: (await scene.signIn()).mfa_token, backup_code: backupCodes[0] })
  const { mfa_token } = await scene.signIn()
  await expect(scene.verify({ mfa_token, backup_code: backupCodes[0] })).rejects.toMatchObject(WRONG)
})

test('codes of another account are wrong', async () => {
  await scene.account('eve@example.com')
  const eve = await scene.enrol(await scene.idOf('eve@example.com'))
  const { mfa_token } = await scene.signIn()
  for (const proof of [{ code: codeAt(eve.secret, scene.now()) }, { backup_code: eve.backup_codes[0] }])
    await expect(scene.verify({ mfa_token, ...proof })).rejects.toMatchObject(WRONG)
})

test('a code by mail opens no sign-in that did not ask for one', async () => {
  const account_id = await scene.idOf()
  const { mfa_token } = await scene.signIn()
  const { rows } = await scene.h.db.pool.query<{ id: string }>('SELECT id FROM identity.pending_sign_ins')
  const { token }: { token: string } = await scene.h.call(
    'issueMailToken',
    { account_id, purpose: 'sign_in_code', reference: rows[0]?.id },
    { caller: 'notifications' },
  )
  await expect(scene.verify({ mfa_token, email_code: token })).rejects.toMatchObject(WRONG)
})

test('a sign-in that waited five minutes is over, and so is one that nobody began', async () => {
  const { mfa_token } = await scene.signIn()
  scene.advance(300)
  for (const token of [mfa_token, 'x'.repeat(43)])
    await expect(scene.verify({ mfa_token: token, code: codeAt(secret, scene.now()) })).rejects.toMatchObject(
      EXPIRED,
    )
})

test('a sign-in is finished once', async () => {
  const { mfa_token } = await scene.signIn()
  await scene.verify({ mfa_token, code: codeAt(secret, scene.now()) })
  await expect(scene.verify({ mfa_token, backup_code: backupCodes[0] })).rejects.toMatchObject(EXPIRED)
})

test('an account that was locked meanwhile is not signed in to, and the code stays unspent', async () => {
  const { mfa_token } = await scene.signIn()
  const lock = (at: string | null) =>
    scene.h.db.pool.query('UPDATE identity.accounts SET locked_at = $1, lock_reason = $2', [
      at,
      at === null ? null : 'staff',
    ])
  await lock(scene.now().toISOString())
  const proof = { mfa_token, backup_code: backupCodes[0] }
  await expect(scene.verify(proof)).rejects.toMatchObject(EXPIRED)
  await lock(null)
  expect(await scene.verify(proof)).toHaveProperty('access_token')
})

test('a wrong code finishes no set-up', async () => {
  await scene.account('eve@example.com')
  const principal = await scene.byPassword('eve@example.com')
  const setup: { secret: string } = await scene.h.call('setUpTotp', {}, { principal })
  const code = wrongCode(setup.secret, scene.now())
  await expect(scene.h.call('confirmTotp', { code }, { principal })).rejects.toMatchObject(WRONG)
  expect(await scene.signIn('eve@example.com')).toHaveProperty('access_token')
})

test('every wrong code leaves a trace', async () => {
  const { mfa_token } = await scene.signIn()
  const code = wrongCode(secret, scene.now())
  await expect(scene.verify({ mfa_token, code })).rejects.toMatchObject(WRONG)
  await expect(scene.verify({ mfa_token, backup_code: 'AAAAAAAA' })).rejects.toMatchObject(WRONG)
  expect(await scene.entries('authn_login_fail')).toMatchObject([
    { after: { method: 'totp', tries: 1 } },
    { after: { method: 'backup_code', tries: 2 } },
  ])
})

test('a session that knows the password alone adds, replaces and removes no factor of an account that has one', async () => {
  await scene.h.db.pool.query('DELETE FROM identity.totp')
  await scene.h.db.pool.query('DELETE FROM identity.backup_codes')
  const [thief, owner] = [await scene.byPassword(), await scene.byPassword()]
  const stolen: { secret: string } = await scene.h.call('setUpTotp', {}, { principal: thief })
  await scene.h.call('setUpTotp', {}, { principal: owner })
  await expect(
    scene.h.call('confirmTotp', { code: codeAt(stolen.secret, scene.now()) }, { principal: thief }),
  ).rejects.toMatchObject({ code: 'IDENTITY_SETUP_EXPIRED' })
  const { secret: own } = await scene.setUp(owner)
  // The principal is the one the thief had before: only what the database knows now may count.
  for (const operation of ['setUpTotp', 'disableTotp', 'regenerateBackupCodes'])
    await expect(scene.h.call(operation, {}, { principal: thief })).rejects.toMatchObject({
      code: 'STEP_UP_REQUIRED',
      status: 401,
    })
  await expect(
    scene.h.call('stepUp', { password: 'correct horse battery staple' }, { principal: thief }),
  ).rejects.toMatchObject({ code: 'IDENTITY_FACTOR_NEEDED', status: 403 })
  scene.advance(30)
  expect(await scene.byFactor(own)).toMatchObject({ kind: 'customer' })
})

test('a set-up that was begun before the account had a factor is not finished after', async () => {
  await scene.account('eve@example.com')
  const thief = await scene.byPassword('eve@example.com')
  const { secret: begun }: { secret: string } = await scene.h.call('setUpTotp', {}, { principal: thief })
  await scene.enrol(await scene.idOf('eve@example.com'))
  await expect(
    scene.h.call('confirmTotp', { code: codeAt(begun, scene.now()) }, { principal: thief }),
  ).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' })
})
