import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { ScopeName } from './scope-name.ts'

type NewArtefact = {
  readonly kind: string
  readonly id_hash: Buffer
  readonly uid_hash: Buffer | null
  readonly scopes: readonly string[]
  readonly payload: Buffer
  readonly expires_at: Date
}

/** Writes something that belongs to no grant. */
export async function upsertArtefact(q: Queryable, artefact: NewArtefact, now: Date): Promise<void> {
  await q.run(sql`
    INSERT INTO oauth.artefacts (kind, id_hash, uid_hash, scopes, payload, created_at, expires_at)
    VALUES (${artefact.kind}, ${artefact.id_hash}, ${artefact.uid_hash}, ${artefact.scopes}, ${artefact.payload},
      ${now}, ${artefact.expires_at})
    ON CONFLICT (kind, id_hash) DO UPDATE SET payload = excluded.payload, expires_at = excluded.expires_at`)
}

/**
 * Writes a code or token of a grant. The grant is held while this is written: once taken back, nothing new can hang
 * on it. False when it does not stand any more.
 */
export async function insertOfGrant(
  tx: Tx,
  artefact: NewArtefact,
  grantRef: Buffer,
  now: Date,
): Promise<boolean> {
  const rows = await tx.run(sql`
    INSERT INTO oauth.artefacts (kind, id_hash, uid_hash, grant_id, scopes, payload, created_at, expires_at)
    SELECT ${artefact.kind}::text, ${artefact.id_hash}::bytea, ${artefact.uid_hash}::bytea, g.id,
      ${artefact.scopes}::text[], ${artefact.payload}::bytea, ${now}::timestamptz, ${artefact.expires_at}::timestamptz
    FROM (SELECT id FROM oauth.grants WHERE ref_hash = ${grantRef} AND expires_at > ${now} FOR KEY SHARE) g
    ON CONFLICT (kind, id_hash) DO NOTHING`)
  return rows > 0
}

export type StoredArtefact = { readonly id_hash: Buffer; readonly payload: Buffer }

/** By the hash of its id, while it lasts. */
export async function findById(
  q: Queryable,
  kind: string,
  idHash: Buffer,
  now: Date,
): Promise<StoredArtefact | null> {
  return await q.maybe<StoredArtefact>(sql`
    SELECT id_hash, payload FROM oauth.artefacts
    WHERE kind = ${kind} AND id_hash = ${idHash} AND expires_at > ${now}`)
}

/** By the hash of its uid, the latest written first. */
export async function findByUid(
  q: Queryable,
  kind: string,
  uidHash: Buffer,
  now: Date,
): Promise<StoredArtefact | null> {
  return await q.maybe<StoredArtefact>(sql`
    SELECT id_hash, payload FROM oauth.artefacts
    WHERE kind = ${kind} AND uid_hash = ${uidHash} AND expires_at > ${now}
    ORDER BY created_at DESC LIMIT 1`)
}

/** Uses up a code or token, once: null when somebody was faster, or there is none. */
export async function consumeRow(
  tx: Tx,
  kind: string,
  idHash: Buffer,
  now: Date,
): Promise<{ grant_id: string } | null> {
  return await tx.maybe<{ grant_id: string }>(sql`
    UPDATE oauth.artefacts SET consumed_at = ${now}
    WHERE kind = ${kind} AND id_hash = ${idHash} AND consumed_at IS NULL AND expires_at > ${now}
    RETURNING grant_id`)
}

/** The grant behind something, used up or not. */
export async function grantBehind(q: Queryable, kind: string, idHash: Buffer): Promise<string | null> {
  const row = await q.maybe<{ grant_id: string | null }>(
    sql`SELECT grant_id FROM oauth.artefacts WHERE kind = ${kind} AND id_hash = ${idHash}`,
  )
  return row?.grant_id ?? null
}

/** Forgets one thing. */
export async function deleteRow(q: Queryable, kind: string, idHash: Buffer): Promise<void> {
  await q.run(sql`DELETE FROM oauth.artefacts WHERE kind = ${kind} AND id_hash = ${idHash}`)
}

/** Forgets all of one kind that a grant has led to. */
export async function deleteOfGrant(q: Queryable, kind: string, grantRef: Buffer): Promise<void> {
  await q.run(sql`
    DELETE FROM oauth.artefacts a USING oauth.grants g
    WHERE a.grant_id = g.id AND g.ref_hash = ${grantRef} AND a.kind = ${kind}`)
}

export type TokenRow = {
  readonly account_id: string
  readonly grant_id: string
  readonly scopes: readonly ScopeName[]
  readonly last_used_at: string
}

/** An access token with the grant that it stands on, while both last. */
export async function findAccessToken(q: Queryable, idHash: Buffer, now: Date): Promise<TokenRow | null> {
  return await q.maybe<TokenRow>(sql`
    SELECT g.account_id, g.id AS grant_id, a.scopes, g.last_used_at
    FROM oauth.artefacts a JOIN oauth.grants g ON g.id = a.grant_id
    WHERE a.kind = 'AccessToken' AND a.id_hash = ${idHash} AND a.expires_at > ${now} AND g.expires_at > ${now}`)
}

/** Removes what is over. Used-up tokens stay until they would have ended, so that a replay is noticed. */
export async function pruneArtefacts(q: Queryable, now: Date): Promise<void> {
  await q.run(sql`DELETE FROM oauth.artefacts WHERE expires_at <= ${now}`)
}
