import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { ScopeName } from './scope-name.ts'

export type GrantRow = { readonly id: string; readonly account_id: string; readonly client_id: string }

type NewGrant = {
  readonly id: string
  readonly ref_hash: Buffer
  readonly account_id: string
  readonly client_id: string
  readonly scopes: readonly string[]
  readonly payload: Buffer
  readonly expires_at: Date
}

/**
 * Writes a grant; the one that the pair has already takes over what is new. False when the app is gone.
 */
export async function upsertGrant(tx: Tx, grant: NewGrant, now: Date): Promise<boolean> {
  const rows = await tx.run(sql`
    INSERT INTO oauth.grants (id, ref_hash, account_id, client_id, scopes, payload, created_at, last_used_at, expires_at)
    SELECT ${grant.id}::uuid, ${grant.ref_hash}::bytea, ${grant.account_id}::uuid, c.id, ${grant.scopes}::text[],
      ${grant.payload}::bytea, ${now}::timestamptz, ${now}::timestamptz, ${grant.expires_at}::timestamptz
    FROM oauth.clients c WHERE c.id = ${grant.client_id}
    ON CONFLICT (account_id, client_id) DO UPDATE
    SET ref_hash = excluded.ref_hash, scopes = excluded.scopes, payload = excluded.payload,
      last_used_at = excluded.last_used_at, expires_at = excluded.expires_at`)
  return rows > 0
}

/** The sealed grant by the hash of its id, while it lasts. */
export async function findGrantPayload(q: Queryable, refHash: Buffer, now: Date): Promise<Buffer | null> {
  const row = await q.maybe<{ payload: Buffer }>(
    sql`SELECT payload FROM oauth.grants WHERE ref_hash = ${refHash} AND expires_at > ${now}`,
  )
  return row?.payload ?? null
}

/** The sealed grant of a person for an app, with the hash of its id. */
export async function findGrantOf(
  q: Queryable,
  accountId: string,
  clientId: string,
  now: Date,
): Promise<{ ref_hash: Buffer; payload: Buffer } | null> {
  return await q.maybe<{ ref_hash: Buffer; payload: Buffer }>(sql`
    SELECT ref_hash, payload FROM oauth.grants
    WHERE account_id = ${accountId} AND client_id = ${clientId} AND expires_at > ${now}`)
}

/** Removes a grant by the hash of its id, with all codes and tokens. */
export async function deleteGrantByRef(tx: Tx, refHash: Buffer): Promise<GrantRow | null> {
  return await tx.maybe<GrantRow>(
    sql`DELETE FROM oauth.grants WHERE ref_hash = ${refHash} RETURNING id, account_id, client_id`,
  )
}

/** Whose grant a row is, and for which app. */
export async function findGrantById(q: Queryable, id: string): Promise<GrantRow | null> {
  return await q.maybe<GrantRow>(sql`SELECT id, account_id, client_id FROM oauth.grants WHERE id = ${id}`)
}

/** Removes a grant by its row's id, with all codes and tokens. */
export async function deleteGrantById(tx: Tx, id: string): Promise<GrantRow | null> {
  return await tx.maybe<GrantRow>(
    sql`DELETE FROM oauth.grants WHERE id = ${id} RETURNING id, account_id, client_id`,
  )
}

/** Removes a grant that this person gave. Null when there is none of theirs. */
export async function deleteOwnGrant(tx: Tx, accountId: string, id: string): Promise<GrantRow | null> {
  return await tx.maybe<GrantRow>(sql`
    DELETE FROM oauth.grants WHERE id = ${id} AND account_id = ${accountId} RETURNING id, account_id, client_id`)
}

/** Removes every grant of a person. */
export async function deleteGrantsOf(tx: Tx, accountId: string): Promise<GrantRow[]> {
  return await tx.many<GrantRow>(
    sql`DELETE FROM oauth.grants WHERE account_id = ${accountId} RETURNING id, account_id, client_id`,
  )
}

export type ConnectedRow = {
  readonly app_id: string
  readonly name: string
  readonly scopes: readonly ScopeName[]
  readonly connected_at: string
  readonly last_used_at: string
}

/** The apps that a person has connected, the latest used first. */
export async function findConnected(q: Queryable, accountId: string, now: Date): Promise<ConnectedRow[]> {
  return await q.many<ConnectedRow>(sql`
    SELECT g.id AS app_id, c.name, g.scopes, g.created_at AS connected_at, g.last_used_at
    FROM oauth.grants g JOIN oauth.clients c ON c.id = g.client_id
    WHERE g.account_id = ${accountId} AND g.expires_at > ${now}
    ORDER BY g.last_used_at DESC, g.id`)
}

/** Notes that a connection is in use. */
export async function touchGrant(q: Queryable, id: string, now: Date, olderThan: Date): Promise<void> {
  await q.run(
    sql`UPDATE oauth.grants SET last_used_at = ${now} WHERE id = ${id} AND last_used_at < ${olderThan}`,
  )
}

/** Removes grants that are over. */
export async function pruneGrants(q: Queryable, now: Date): Promise<void> {
  await q.run(sql`DELETE FROM oauth.grants WHERE expires_at <= ${now}`)
}
