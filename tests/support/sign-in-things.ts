import { randomBytes, randomUUID } from 'node:crypto'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { Account, InProcessShop, Newcomer } from './in-process-shop.ts'

/** What an account signs in with and where it is signed in. */
export type SignInThings = {
  readonly session_id: string | null
  readonly device_id: string | null
  readonly passkey_id: string | null
  readonly identity_id: string | null
}

/** What guests have of these. */
export const noSignInThings: SignInThings = {
  session_id: null,
  device_id: null,
  passkey_id: null,
  identity_id: null,
}

/** Of the browser to which the offers of `addOffer` were made. */
export const OFFERED_TO = 'd'.repeat(43)

async function insert(shop: InProcessShop, row: (id: string) => Sql): Promise<string> {
  const id = randomUUID()
  await shop.db.run(row(id))
  return id
}

/** Another session of an account, which nobody holds the secret of. */
export const addSession = (shop: InProcessShop, { id: account }: Newcomer): Promise<string> =>
  insert(
    shop,
    (id) => sql`
    INSERT INTO identity.sessions
      (id, account_id, audience, created_at, last_used_at, idle_expires_at, expires_at, authenticated_at)
    SELECT ${id}, account_id, audience, created_at, last_used_at, idle_expires_at, expires_at, authenticated_at
    FROM identity.sessions WHERE account_id = ${account} AND ended_at IS NULL LIMIT 1`,
  )

/** A device that is remembered. */
export const addDevice = (shop: InProcessShop, { id: account }: Newcomer): Promise<string> =>
  insert(
    shop,
    (id) => sql`
    INSERT INTO identity.devices (account_id, token_hash, id, first_seen_at, last_seen_at, remembered_until)
    VALUES (${account}, ${randomBytes(32)}, ${id}, now(), now(), now() + interval '1 day')`,
  )

/** A passkey that nobody has. The sessions of the account are as if it had been proven in them. */
export async function addPasskey(shop: InProcessShop, { id: account }: Newcomer): Promise<string> {
  await shop.db.run(sql`UPDATE identity.sessions SET second_factor_at = now() WHERE account_id = ${account}`)
  return insert(
    shop,
    (id) => sql`
    INSERT INTO identity.passkeys
      (id, credential_id, account_id, public_key, counter, transports, backed_up, name, created_at)
    VALUES (${id}, ${randomBytes(16)}, ${account}, ${randomBytes(32)}, 0, '{}', false, 'Key', now())`,
  )
}

/** A sign-in of a provider that is connected to the account. */
export const addIdentity = (shop: InProcessShop, { id: account }: Newcomer): Promise<string> =>
  insert(
    shop,
    (id) => sql`
    INSERT INTO identity.external_identities (id, account_id, provider, issuer, subject, linked_at)
    VALUES (${id}, ${account}, 'google', 'https://issuer.example', ${randomUUID()}, now())`,
  )

/** A sign-in of a provider that waits to be connected, in the browser `OFFERED_TO`. */
export const addOffer = (shop: InProcessShop, { id: account }: Newcomer): Promise<string> =>
  insert(
    shop,
    (id) => sql`
    INSERT INTO identity.external_offers
      (id, account_id, device_hash, provider, issuer, subject, created_at, expires_at)
    VALUES (${id}, ${account}, ${hashToken(OFFERED_TO)}, 'google', 'https://issuer.example', ${randomUUID()},
      now(), now() + interval '1 hour')`,
  )

/** A request for the role of a seller. */
export const addRoleRequest = (shop: InProcessShop, { id: account }: Newcomer): Promise<string> =>
  insert(
    shop,
    (id) => sql`
    INSERT INTO identity.role_requests (id, account_id, role, requested_at)
    VALUES (${id}, ${account}, 'seller', now())`,
  )

/** Gives an account a remembered device, a passkey and a sign-in of a provider: rows that nobody can sign in with. */
export async function equip(shop: InProcessShop, account: Account): Promise<SignInThings> {
  const { body } = await shop.send('GET', '/auth/sessions', { token: account.token })
  const [session] = body['items'] as unknown as { id: string }[]
  return {
    session_id: session?.id ?? '',
    device_id: await addDevice(shop, account),
    passkey_id: await addPasskey(shop, account),
    identity_id: await addIdentity(shop, account),
  }
}
