import { hash } from '@node-rs/argon2'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keyring } from '@rampart/platform/crypto/keys.ts'
import { EMAIL, identityScene, PASSWORD, principalOf } from './scene.ts'

let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => void (scene = await identityScene({ loopback: true })))
afterEach(() => scene.h.close())

const DAY = 86_400

async function count(table: string): Promise<number> {
  return (await scene.h.db.pool.query(`SELECT FROM identity.${table}`)).rowCount ?? 0
}

test('what has no use any more is removed, and nothing else', async () => {
  await scene.account()
  await scene.register('never@example.com', { username: 'never' })
  await scene.tokenFor('never@example.com')
  await scene.login()
  await scene.login('nobody@example.com').catch(() => undefined)
  scene.advance(8 * DAY)
  await scene.h.runSchedule('clean-up')
  expect(await count('accounts')).toBe(1)
  expect([await count('sessions'), await count('throttle'), await count('usernames')]).toEqual([1, 0, 0])
  scene.advance(60 * DAY)
  await scene.h.runSchedule('clean-up')
  expect([await count('sessions'), await count('refresh_tokens'), await count('one_time_tokens')]).toEqual([
    0, 0, 0,
  ])
  expect(await scene.login()).toHaveProperty('access_token')
})

test('a username stays with the account that confirmed its address', async () => {
  await scene.register(EMAIL, { username: 'ada' })
  await scene.verify()
  scene.advance(30 * DAY)
  await scene.h.runSchedule('clean-up')
  await expect(scene.register('other@example.com', { username: 'ADA' })).rejects.toMatchObject({
    status: 409,
  })
})

test('one that was never confirmed is free again after a day', async () => {
  await scene.register('never@example.com', { username: 'wanted' })
  scene.advance(DAY + 1)
  await scene.register(EMAIL, { username: 'wanted' })
  await scene.verify()
  const pair: { access_token: string } = await scene.h.call('login', {
    username: 'wanted',
    password: PASSWORD,
  })
  const principal = principalOf(await scene.authenticate(pair.access_token))
  expect(await scene.h.call('getMe', {}, { principal })).toMatchObject({ email: EMAIL, username: 'wanted' })
})

test('signing in renews a hash that was made with other parameters', async () => {
  await scene.account()
  const secret = keyring(Buffer.alloc(32, 7)).derive('identity:pepper')
  const old = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 2, parallelism: 1, secret })
  await scene.h.db.pool.query('UPDATE identity.passwords SET hash = $1', [old])
  await scene.login()
  const { rows } = await scene.h.db.pool.query<{ hash: string }>('SELECT hash FROM identity.passwords')
  expect(rows[0]?.hash).toContain('m=19456,t=2,p=1')
  expect(await scene.login()).toHaveProperty('access_token')
})

test('contacts are found by their ids, unknown ones left out', async () => {
  await scene.account()
  const who = await scene.authenticate((await scene.login()).access_token)
  const answer = await scene.h.call(
    'getContacts',
    { account_ids: [who?.id, '01890000-0000-7000-8000-000000000000'] },
    { caller: 'checkout' },
  )
  expect(answer).toEqual({
    contacts: [
      { account_id: who?.id, email: EMAIL, full_name: 'Ada Lovelace', language: 'en', audience: 'shop' },
    ],
  })
})

test('a sign-up that waits for its confirmation can be written to', async () => {
  await scene.register()
  const asked = (await scene.h.events()).find(({ type }) => type === 'identity.verification-requested.v1')
  const { account_id } = asked?.payload as unknown as { account_id: string }
  const answer = await scene.h.call('getContacts', { account_ids: [account_id] }, { caller: 'notifications' })
  expect(answer).toMatchObject({ contacts: [{ account_id, email: EMAIL, audience: 'shop' }] })
})

test('the public key is handed out, the private one is not', async () => {
  const { keys }: { keys: Record<string, string>[] } = await scene.h.call('getJwks', {}, { caller: 'server' })
  expect(keys).toHaveLength(1)
  expect(keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' })
  expect(keys[0]).not.toHaveProperty('d')
})
