import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { identityScene } from './scene.ts'

type Health = Record<string, number> & { signing_key_created_at: string }

let scene: Awaited<ReturnType<typeof identityScene>>
beforeAll(async () => void (scene = await identityScene()))
afterAll(() => scene.h.close())

const health = (): Promise<Health> => scene.h.call('identityHealth', {}, { caller: 'monitoring' })
const db = () => scene.h.db
const idOf = async (email: string): Promise<string> =>
  (await db().one<{ id: string }>(sql`SELECT id FROM identity.accounts WHERE email = ${email}`)).id

test('staff are counted by what they sign in with, and customers are not among them', async () => {
  await scene.staff('owner@example.com')
  await scene.staff('admin@example.com', 'admin')
  await scene.account()
  expect(await health()).toMatchObject({ staff: 2, staff_with_second_factor: 0, super_admins: 1 })
  await db().run(sql`
    INSERT INTO identity.totp (account_id, secret, confirmed_at, created_at)
    VALUES (${await idOf('owner@example.com')}, '\\x00', now(), now()),
      (${await idOf('admin@example.com')}, '\\x00', NULL, now())`)
  expect(await health()).toMatchObject({ staff_with_second_factor: 1, staff_with_passkey: 0 })
  await db().run(sql`
    INSERT INTO identity.passkeys (id, credential_id, account_id, public_key, counter, transports, backed_up, name, created_at)
    VALUES (${newId()}, '\\x01', ${await idOf('admin@example.com')}, '\\x02', 0, '{}', false, 'Key', now())`)
  expect(await health()).toMatchObject({ staff_with_second_factor: 2, staff_with_passkey: 1 })
})

test('an invitation lapses when its link does', async () => {
  await db().run(sql`
    INSERT INTO identity.accounts (id, email, full_name, role, email_verified_at, created_at, updated_at)
    VALUES (${newId()}, 'new@example.com', 'New', 'staff', '2026-01-15T11:00Z', '2026-01-15T11:00Z', '2026-01-15T11:00Z')`)
  expect(await health()).toMatchObject({ staff: 2, invitations_lapsed: 0 })
  scene.advance(4 * 86_400)
  expect(await health()).toMatchObject({ staff: 2, invitations_lapsed: 1 })
  await db().run(sql`
    INSERT INTO identity.one_time_tokens (hash, purpose, account_id, created_at, expires_at)
    VALUES ('\\x03', 'enrol_staff', ${await idOf('new@example.com')}, '2026-01-19T11:00Z', '2026-01-22T11:00Z')`)
  expect(await health()).toMatchObject({ invitations_lapsed: 0 })
})

test('locks and disabled passwords are counted on both sides', async () => {
  await db().run(sql`
    UPDATE identity.accounts SET locked_at = now(), lock_reason = 'left'
    WHERE email = 'owner@example.com'`)
  await db().run(sql`
    UPDATE identity.passwords SET disabled_at = now(), disabled_reason = 'guessed'
    WHERE account_id <> ${await idOf('owner@example.com')}`)
  expect(await health()).toMatchObject({
    staff: 1,
    super_admins: 0,
    staff_locked: 1,
    customers_locked: 0,
    staff_passwords_disabled: 1,
    customer_passwords_disabled: 1,
  })
})

test('sessions of staff are idle after two hours', async () => {
  const account = await idOf('admin@example.com')
  const session = (lastUsed: string, audience: string) => sql`
    INSERT INTO identity.sessions (id, account_id, audience, created_at, last_used_at, idle_expires_at, expires_at)
    VALUES (${newId()}, ${account}, ${audience}, ${lastUsed}, ${lastUsed}, '2026-01-19T19:00Z', '2026-01-20T11:00Z')`
  await db().run(session('2026-01-19T11:30Z', 'staff'))
  await db().run(session('2026-01-19T09:30Z', 'staff'))
  await db().run(session('2026-01-19T09:30Z', 'shop'))
  expect(await health()).toMatchObject({ staff_sessions: 2, staff_sessions_idle: 1 })
})

test('the age is that of the key that signs, not of one that will', async () => {
  await db().run(sql`
    INSERT INTO identity.signing_keys (number, created_at, signs_from)
    VALUES (1, '2026-01-10T12:00Z', '2026-01-10T13:00Z'), (2, '2026-01-19T11:59Z', '2026-01-19T12:59Z')`)
  expect((await health()).signing_key_created_at).toBe('2026-01-10T12:00:00.000Z')
})

test('it is for monitoring alone', async () => {
  await expect(scene.h.call('identityHealth', {}, { caller: 'orders' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})
