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

const LOCKED = { code: 'IDENTITY_FACTOR_LOCKED', status: 429 }

async function guess(mfa_token: string, times: number): Promise<string[]> {
  const code = wrongCode(secret, scene.now())
  const tries = Array.from({ length: times }, () =>
    scene.verify({ mfa_token, code }).then(
      () => 'in',
      (error: { code: string }) => error.code,
    ),
  )
  return Promise.all(tries)
}

test('five wrong codes lock the factor for 15 minutes, for right codes too', async () => {
  const { mfa_token } = await scene.signIn()
  for (let count = 0; count < 5; count++) expect(await guess(mfa_token, 1)).toEqual(['IDENTITY_WRONG_CODE'])
  for (const proof of [{ code: codeAt(secret, scene.now()) }, { backup_code: backupCodes[0] }])
    await expect(scene.verify({ mfa_token, ...proof })).rejects.toMatchObject({
      ...LOCKED,
      retryAfterSeconds: 900,
    })
  scene.advance(899)
  await expect(
    scene.verify({ mfa_token: (await scene.signIn()).mfa_token, code: codeAt(secret, scene.now()) }),
  ).rejects.toMatchObject({ ...LOCKED, retryAfterSeconds: 1 })
  scene.advance(1)
  expect(await scene.byFactor(secret)).toMatchObject({ kind: 'customer' })
})

test('the owner hears of the lock, and it leaves an entry', async () => {
  const { mfa_token } = await scene.signIn()
  for (let count = 0; count < 5; count++) await guess(mfa_token, 1)
  expect(await scene.events('identity.factor-changed.v1')).toEqual([
    { account_id: await scene.idOf(), factor: 'totp', change: 'locked' },
  ])
  expect(await scene.entries('authn_login_lock')).toMatchObject([{ after: { tries: 5, seconds: 900 } }])
})

test('of 20 wrong codes at once five are judged at most', async () => {
  const { mfa_token } = await scene.signIn()
  const answers = await guess(mfa_token, 20)
  expect(answers.filter((answer) => answer === 'IDENTITY_WRONG_CODE')).toHaveLength(5)
  expect(answers.filter((answer) => answer === 'IDENTITY_FACTOR_LOCKED')).toHaveLength(15)
})

test('tries in another sign-in, or to prove it again, count together', async () => {
  const principal = await scene.byFactor(secret)
  scene.advance(30)
  await guess((await scene.signIn()).mfa_token, 2)
  await guess((await scene.signIn()).mfa_token, 1)
  const code = wrongCode(secret, scene.now())
  for (const proof of [{ code }, { backup_code: 'AAAAAAAA' }])
    await expect(scene.h.call('stepUp', proof, { principal })).rejects.toMatchObject({ status: 401 })
  await expect(
    scene.h.call('stepUp', { code: codeAt(secret, scene.now()) }, { principal }),
  ).rejects.toMatchObject(LOCKED)
})

test('a right code forgets the wrong ones before it', async () => {
  await guess((await scene.signIn()).mfa_token, 4)
  await scene.byFactor(secret)
  scene.advance(30)
  expect(await guess((await scene.signIn()).mfa_token, 4)).not.toContain('IDENTITY_FACTOR_LOCKED')
  expect(await scene.byFactor(secret)).toMatchObject({ kind: 'customer' })
})
