import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Account, InProcessShop } from './in-process-shop.ts'

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

/**
 * Gives an account a remembered device, a passkey and a sign-in of a provider: rows that nobody can
 * sign in with. Its session is as if that passkey had been proven in it.
 */
export async function equip(shop: InProcessShop, account: Account): Promise<SignInThings> {
  const { body } = await shop.send('GET', '/auth/sessions', { token: account.token })
  const [session] = body['items'] as unknown as { id: string }[]
  const [device_id, passkey_id, identity_id] = [randomUUID(), randomUUID(), randomUUID()]
  await shop.db.run(sql`
    INSERT INTO identity.devices (account_id, token_hash, id, first_seen_at, last_seen_at, remembered_until)
    VALUES (${account.id}, ${randomBytes(32)}, ${device_id}, now(), now(), now() + interval '1 day')`)
  await shop.db.run(sql`
    INSERT INTO identity.passkeys
      (id, credential_id, account_id, public_key, counter, transports, backed_up, name, created_at)
    VALUES (${passkey_id}, ${randomBytes(16)}, ${account.id}, ${randomBytes(32)}, 0, '{}', false, 'Key', now())`)
  await shop.db.run(sql`
    INSERT INTO identity.external_identities (id, account_id, provider, issuer, subject, linked_at)
    VALUES (${identity_id}, ${account.id}, 'google', 'https://issuer.example', ${randomUUID()}, now())`)
  await shop.db.run(
    sql`UPDATE identity.sessions SET second_factor_at = now() WHERE account_id = ${account.id}`,
  )
  return { session_id: session?.id ?? '', device_id, passkey_id, identity_id }
}
