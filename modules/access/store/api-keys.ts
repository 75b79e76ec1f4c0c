import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type ApiKeyRow = {
  readonly id: string
  readonly owner_id: string
  readonly name: string
  readonly prefix: string
  readonly permissions: readonly string[]
  readonly networks: readonly string[]
  readonly created_at: string
  readonly expires_at: string
  readonly replaces: string | null
  readonly replaced_at: string | null
  readonly revoked_at: string | null
  readonly last_used_at: string | null
  readonly last_used_ip: string | null
}

const columns = sql`id, owner_id, name, prefix, permissions, networks, created_at, expires_at, replaces, replaced_at,
  revoked_at, last_used_at, last_used_ip`

/** Holds whoever else makes keys for the same person, and counts those that work and were not replaced. */
export async function countKeys(tx: Tx, owner: string, now: Date): Promise<number> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended('access.api_keys:' || ${owner}::text, 0))`)
  const { working } = await tx.one<{ working: number }>(sql`
    SELECT count(*)::int AS working FROM access.api_keys
    WHERE owner_id = ${owner} AND revoked_at IS NULL AND replaced_at IS NULL AND expires_at > ${now}`)
  return working
}

type NewKey = Pick<
  ApiKeyRow,
  'id' | 'owner_id' | 'name' | 'prefix' | 'permissions' | 'networks' | 'replaces'
> & {
  readonly hash: Buffer
  readonly expires_at: Date
}

/** Writes a key. */
export async function insertKey(tx: Tx, key: NewKey, now: Date): Promise<ApiKeyRow> {
  return tx.one<ApiKeyRow>(sql`
    INSERT INTO access.api_keys
      (id, owner_id, name, prefix, hash, permissions, networks, created_at, expires_at, replaces)
    VALUES (${key.id}, ${key.owner_id}, ${key.name}, ${key.prefix}, ${key.hash}, ${key.permissions},
      ${key.networks}, ${now}, ${key.expires_at}, ${key.replaces})
    RETURNING ${columns}`)
}

/** Gives up a key for its successor: it works until then at the longest. null when it is not theirs, or over. */
export async function replaceKey(
  tx: Tx,
  owner: string,
  id: string,
  until: Date,
  now: Date,
): Promise<ApiKeyRow | null> {
  return tx.maybe<ApiKeyRow>(sql`
    UPDATE access.api_keys SET replaced_at = ${now}, expires_at = least(expires_at, ${until}::timestamptz)
    WHERE id = ${id} AND owner_id = ${owner} AND revoked_at IS NULL AND replaced_at IS NULL AND expires_at > ${now}
    RETURNING ${columns}`)
}

/** Ends a key at once. `owner`: only one of theirs. Ending it again changes nothing and answers null. */
export async function revokeKey(
  tx: Tx,
  id: string,
  owner: string | null,
  by: string,
  now: Date,
): Promise<ApiKeyRow | null> {
  return tx.maybe<ApiKeyRow>(sql`
    UPDATE access.api_keys SET revoked_at = ${now}, revoked_by = ${by}
    WHERE id = ${id} AND (${owner}::uuid IS NULL OR owner_id = ${owner}) AND revoked_at IS NULL
    RETURNING ${columns}`)
}

/** Ends every key of somebody that still works. Answers how they begin. */
export async function revokeKeysOf(tx: Tx, owner: string, now: Date): Promise<string[]> {
  const rows = await tx.many<{ prefix: string }>(sql`
    UPDATE access.api_keys SET revoked_at = ${now}
    WHERE owner_id = ${owner} AND revoked_at IS NULL AND expires_at > ${now} RETURNING prefix`)
  return rows.map(({ prefix }) => prefix).sort()
}

/** One key. `owner`: only one of theirs. */
export async function findKey(q: Queryable, id: string, owner: string | null): Promise<ApiKeyRow | null> {
  return q.maybe<ApiKeyRow>(sql`
    SELECT ${columns} FROM access.api_keys WHERE id = ${id} AND (${owner}::uuid IS NULL OR owner_id = ${owner})`)
}

/** The key behind a secret, by its hash. */
export async function findKeyByHash(q: Queryable, hash: Buffer): Promise<ApiKeyRow | null> {
  return q.maybe<ApiKeyRow>(sql`SELECT ${columns} FROM access.api_keys WHERE hash = ${hash}`)
}

/** One page of keys, newest first, and how many there are. `owner`: only theirs. */
export async function listKeys(
  q: Queryable,
  owner: string | null,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly ApiKeyRow[]; readonly total: number }> {
  const where = sql`(${owner}::uuid IS NULL OR owner_id = ${owner})`
  const { total } = await q.one<{ total: number }>(sql`
    SELECT count(*)::int AS total FROM access.api_keys WHERE ${where}`)
  const rows = await q.many<ApiKeyRow>(sql`
    SELECT ${columns} FROM access.api_keys WHERE ${where}
    ORDER BY created_at DESC, id DESC LIMIT ${page.limit} OFFSET ${page.offset}`)
  return { rows, total }
}

/** Notes that a key was used, unless that was noted since a moment. */
export async function touchKey(
  q: Queryable,
  id: string,
  use: { readonly ip: string | null; readonly unless_since: Date },
  now: Date,
): Promise<void> {
  await q.run(sql`
    UPDATE access.api_keys SET last_used_at = ${now}, last_used_ip = ${use.ip}
    WHERE id = ${id} AND (last_used_at IS NULL OR last_used_at <= ${use.unless_since})`)
}

/** Forgets keys that were over before a moment. */
export async function pruneKeys(q: Queryable, before: Date): Promise<number> {
  return q.run(sql`DELETE FROM access.api_keys WHERE expires_at < ${before} OR revoked_at < ${before}`)
}
