import { afterEach, beforeEach, expect, test } from 'vitest'
import { codeAt, totpScene } from './totp-scene.ts'

// Seen to fail: a step, a backup code, a waiting sign-in spent without looking whether it was spent before.

// Fifty sign-ins by password are fifty times the work that makes guessing slow.
const SLOW = { timeout: 90_000 }

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

/** How many of these calls were let through. */
async function won(calls: Promise<unknown>[]): Promise<number> {
  return (await Promise.allSettled(calls)).filter(({ status }) => status === 'fulfilled').length
}

/** As many sign-ins that wait, and a lock that is no help: what is tried here must hold without it. */
async function waiting(count: number): Promise<string[]> {
  const tokens: string[] = []
  for (let index = 0; index < count; index++) tokens.push((await scene.signIn()).mfa_token)
  await scene.h.db.pool.query('UPDATE identity.totp SET failures = -1000000')
  return tokens
}

test('one code used in 50 sign-ins at once opens one', SLOW, async () => {
  const tokens = await waiting(50)
  const code = codeAt(secret, scene.now())
  expect(await won(tokens.map((mfa_token) => scene.verify({ mfa_token, code })))).toBe(1)
})

test('one backup code used in 50 sign-ins at once opens one', SLOW, async () => {
  const tokens = await waiting(50)
  const [backup_code] = backupCodes
  expect(await won(tokens.map((mfa_token) => scene.verify({ mfa_token, backup_code })))).toBe(1)
})

test('one sign-in finished 50 times at once, each with a good code, opens one session and spends one code', async () => {
  const [mfa_token = ''] = await waiting(1)
  const calls = Array.from({ length: 50 }, (_, at) =>
    scene.verify({ mfa_token, backup_code: backupCodes[at % backupCodes.length] }),
  )
  expect(await won(calls)).toBe(1)
  const { rows } = await scene.h.db.pool.query<{ spent: number }>(
    'SELECT count(*)::int AS spent FROM identity.backup_codes WHERE used_at IS NOT NULL',
  )
  expect(rows).toEqual([{ spent: 1 }])
})

test('one code used to prove it again 50 times at once does so once', async () => {
  const principal = await scene.byFactor(secret)
  await waiting(0)
  scene.advance(30)
  const code = codeAt(secret, scene.now())
  expect(await won(Array.from({ length: 50 }, () => scene.h.call('stepUp', { code }, { principal })))).toBe(1)
})

test('one set-up confirmed 20 times at once gives backup codes once', async () => {
  await scene.account('eve@example.com')
  const principal = await scene.byPassword('eve@example.com')
  const setup: { secret: string } = await scene.h.call('setUpTotp', {}, { principal })
  const code = codeAt(setup.secret, scene.now())
  expect(
    await won(Array.from({ length: 20 }, () => scene.h.call('confirmTotp', { code }, { principal }))),
  ).toBe(1)
})
