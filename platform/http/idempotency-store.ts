import type { Queryable } from '../db/db.ts'
import { sql } from '../db/sql.ts'

/** How long a request may run before a retry may take its key over. */
const LOCK_SECONDS = 60

export type KeyRow = {
  readonly request_hash: Buffer
  readonly status: number | null
  readonly body: Buffer | null
}

export type KeyId = { readonly scope: string; readonly keyHash: Buffer }

// None of these waits for the disk: a row that a crash of the database loses means that the operation runs again,
// and operations with an effect that must not repeat hold the key in their own transaction too.

/** Takes a key for a request. Answers null when it is taken: by a finished request, a running one or another one. */
export async function takeKey(
  db: Queryable,
  id: KeyId,
  requestHash: Buffer,
): Promise<{ taken: true } | null> {
  return db.maybe<{ taken: true }>(sql`
    INSERT INTO platform_http.idempotency_keys AS k (scope, key_hash, request_hash, locked_until)
    SELECT ${id.scope}, ${id.keyHash}, ${requestHash}, now() + ${LOCK_SECONDS} * interval '1 second'
    FROM set_config('synchronous_commit', 'off', true)
    ON CONFLICT (scope, key_hash) DO UPDATE SET locked_until = excluded.locked_until
      WHERE k.status IS NULL AND k.locked_until < now() AND k.request_hash = excluded.request_hash
    RETURNING true AS taken`)
}

export async function findKey(db: Queryable, id: KeyId): Promise<KeyRow | null> {
  return db.maybe<KeyRow>(sql`
    SELECT request_hash, status, body FROM platform_http.idempotency_keys
    WHERE scope = ${id.scope} AND key_hash = ${id.keyHash}`)
}

export async function finishKey(db: Queryable, id: KeyId, status: number, body: Buffer): Promise<void> {
  await db.run(sql`
    UPDATE platform_http.idempotency_keys SET status = ${status}, body = ${body}
    FROM set_config('synchronous_commit', 'off', true)
    WHERE scope = ${id.scope} AND key_hash = ${id.keyHash}`)
}

export async function freeKey(db: Queryable, id: KeyId): Promise<void> {
  await db.run(sql`
    DELETE FROM platform_http.idempotency_keys
    WHERE scope = ${id.scope} AND key_hash = ${id.keyHash} AND status IS NULL`)
}

const PRUNED_AT_ONCE = 10_000

/** Forgets keys older than a day, some thousands in one statement. Answers how many. */
export async function pruneKeys(db: Queryable): Promise<number> {
  let total = 0
  for (;;) {
    const pruned = await db.run(sql`
      DELETE FROM platform_http.idempotency_keys WHERE (scope, key_hash) IN (
        SELECT scope, key_hash FROM platform_http.idempotency_keys
        WHERE created_at < now() - interval '24 hours' LIMIT ${PRUNED_AT_ONCE})`)
    total += pruned
    if (pruned < PRUNED_AT_ONCE) return total
  }
}
