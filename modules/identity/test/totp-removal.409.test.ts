import { afterEach, beforeEach, expect, test } from 'vitest'
import { codeAt, totpScene } from './totp-scene.ts'

let scene: Awaited<ReturnType<typeof totpScene>>
beforeEach(async () => void (scene = await totpScene()))
afterEach(() => scene.h.close())

test('staff keep their last factor', async () => {
  const { id }: { id: string } = await scene.staff()
  const { secret } = await scene.enrol(id)
  const principal = await scene.byFactor(secret, 'olga@example.com', 'loginStaff')
  await expect(scene.h.call('disableTotp', {}, { principal })).rejects.toMatchObject({
    code: 'IDENTITY_FACTOR_REQUIRED',
    status: 409,
  })
  expect(await scene.signIn('olga@example.com', 'loginStaff')).toMatchObject({
    methods: ['totp', 'backup_code'],
  })
})

test('a short password keeps its second factor', async () => {
  await scene.account()
  const { secret } = await scene.enrol(await scene.idOf())
  const principal = await scene.byFactor(secret)
  await scene.h.db.pool.query('UPDATE identity.passwords SET short = true')
  await expect(scene.h.call('disableTotp', {}, { principal })).rejects.toMatchObject({
    code: 'IDENTITY_PASSWORD_TOO_SHORT_ALONE',
    status: 409,
  })
  expect(await scene.signIn()).toHaveProperty('mfa_token')
})

test('what is not set up can neither be removed nor backed up', async () => {
  await scene.account()
  const principal = await scene.byPassword()
  for (const operation of ['disableTotp', 'regenerateBackupCodes'])
    await expect(scene.h.call(operation, {}, { principal })).rejects.toMatchObject({
      code: 'IDENTITY_TOTP_MISSING',
      status: 409,
    })
})

test('a set-up ends after 15 minutes, with its session, and when another one is begun', async () => {
  await scene.account()
  const principal = await scene.byPassword()
  const confirm = (secret: string, as = principal) =>
    scene.h.call('confirmTotp', { code: codeAt(secret, scene.now()) }, { principal: as })
  const expired = { code: 'IDENTITY_SETUP_EXPIRED', status: 409 }
  const late: { secret: string } = await scene.h.call('setUpTotp', {}, { principal })
  scene.advance(900)
  await expect(confirm(late.secret)).rejects.toMatchObject(expired)
  const other = await scene.byPassword()
  const mine: { secret: string } = await scene.h.call('setUpTotp', {}, { principal: other })
  await expect(confirm(mine.secret)).rejects.toMatchObject(expired)
  await scene.h.call('setUpTotp', {}, { principal: other })
  await expect(confirm(mine.secret, other)).rejects.toMatchObject({ code: 'IDENTITY_WRONG_CODE' })
})
