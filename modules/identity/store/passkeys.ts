import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** A passkey as its owner sees it. */
export type PasskeyRow = {
  readonly id: string
  readonly name: string
  readonly backed_up: boolean
  readonly created_at: string
  readonly last_used_at: string | null
}

/** What a browser needs to know to find a passkey. */
export type PasskeyHandle = { readonly credential_id: Buffer; readonly transports: readonly string[] }

/** What a signature is checked with. */
export type PasskeyCheck = {
  readonly id: string
  readonly account_id: string
  readonly credential_id: Buffer
  readonly public_key: Buffer
}

const columns = sql`id, name, backed_up, created_at, last_used_at`

/** Writes a passkey; null when somebody has this credential already. */
export async function insertPasskey(
  tx: Tx,
  passkey: Omit<PasskeyCheck, 'public_key'> & {
    readonly public_key: Uint8Array
    readonly counter: number
    readonly transports: readonly string[]
    readonly backed_up: boolean
    readonly name: string
  },
  now: Date,
): Promise<PasskeyRow | null> {
  return tx.maybe<PasskeyRow>(sql`
    INSERT INTO identity.passkeys
      (id, credential_id, account_id, public_key, counter, transports, backed_up, name, created_at)
    VALUES (${passkey.id}, ${passkey.credential_id}, ${passkey.account_id}, ${Buffer.from(passkey.public_key)},
      ${passkey.counter}, ${[...passkey.transports]}::text[], ${passkey.backed_up}, ${passkey.name}, ${now})
    ON CONFLICT (credential_id) DO NOTHING
    RETURNING ${columns}`)
}

/** The passkeys of an account, the newest first. */
export async function findPasskeys(q: Queryable, accountId: string): Promise<PasskeyRow[]> {
  return q.many<PasskeyRow>(sql`
    SELECT ${columns} FROM identity.passkeys WHERE account_id = ${accountId} ORDER BY created_at DESC, id DESC`)
}

/** The passkeys of an account, for the browser that shall use one of them or make another. */
export async function findPasskeyHandles(q: Queryable, accountId: string): Promise<PasskeyHandle[]> {
  return q.many<PasskeyHandle>(sql`
    SELECT credential_id, transports FROM identity.passkeys WHERE account_id = ${accountId} ORDER BY id`)
}

/** A passkey by what its authenticator calls it. */
export async function findPasskeyCheck(q: Queryable, credentialId: Buffer): Promise<PasskeyCheck | null> {
  return q.maybe<PasskeyCheck>(sql`
    SELECT id, account_id, credential_id, public_key FROM identity.passkeys WHERE credential_id = ${credentialId}`)
}

/**
 * Notes that a passkey was used. False when its counter did not go on from where it was, as that of a copy would; keys
 * that do not count stay at zero.
 */
export async function countPasskey(
  tx: Tx,
  passkey: Pick<PasskeyCheck, 'id' | 'account_id'>,
  use: { readonly counter: number; readonly backed_up: boolean },
  now: Date,
): Promise<boolean> {
  const counted = await tx.run(sql`
    UPDATE identity.passkeys
    SET counter = ${use.counter}, backed_up = ${use.backed_up}, last_used_at = ${now}
    WHERE id = ${passkey.id} AND account_id = ${passkey.account_id}
      AND (counter < ${use.counter} OR (counter = 0 AND ${use.counter} = 0))`)
  return counted > 0
}

/** Names a passkey of an account. Answers it; null when the account has none such. */
export async function renamePasskeyRow(
  tx: Tx,
  accountId: string,
  id: string,
  name: string,
): Promise<PasskeyRow | null> {
  return tx.maybe<PasskeyRow>(sql`
    UPDATE identity.passkeys SET name = ${name} WHERE id = ${id} AND account_id = ${accountId}
    RETURNING ${columns}`)
}

/** Removes a passkey of an account. Answers whether it had that one. */
export async function deletePasskey(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const removed = await tx.run(sql`
    DELETE FROM identity.passkeys WHERE id = ${id} AND account_id = ${accountId}`)
  return removed > 0
}
