import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** When a signing key is good for what. `retired_at` may lie ahead. */
export type SigningKeyRow = {
  readonly number: number
  readonly signs_from: string
  readonly retired_at: string | null
}

/** The keys that are not retired at this moment, the oldest first. */
export async function findSigningKeys(q: Queryable, now: Date): Promise<SigningKeyRow[]> {
  return q.many<SigningKeyRow>(sql`
    SELECT number, signs_from, retired_at FROM identity.signing_keys
    WHERE retired_at IS NULL OR retired_at > ${now} ORDER BY number`)
}

/**
 * Writes the next key, unless the newest is younger than `newestBefore`. Answers its number, or null. Whoever comes at
 * the same moment waits, and finds a key that is young.
 */
export async function insertNextKey(
  tx: Tx,
  key: { readonly signsFrom: Date; readonly newestBefore: Date | null },
  now: Date,
): Promise<number | null> {
  await tx.run(sql`LOCK TABLE identity.signing_keys IN SHARE ROW EXCLUSIVE MODE`)
  const written = await tx.maybe<{ number: number }>(sql`
    INSERT INTO identity.signing_keys (number, created_at, signs_from)
    SELECT max(number) + 1, ${now}, ${key.signsFrom} FROM identity.signing_keys
    HAVING ${key.newestBefore}::timestamptz IS NULL OR max(created_at) < ${key.newestBefore}::timestamptz
    RETURNING number`)
  return written?.number ?? null
}

/** Lets every key before this one end at this moment, or earlier where it would have. Answers those it concerned. */
export async function retireKeysBefore(
  tx: Tx,
  number: number,
  at: Date,
  now: Date,
): Promise<{ number: number; retired_at: string }[]> {
  return tx.many<{ number: number; retired_at: string }>(sql`
    UPDATE identity.signing_keys SET retired_at = least(coalesce(retired_at, 'infinity'), ${at}::timestamptz)
    WHERE number < ${number} AND (retired_at IS NULL OR retired_at > ${now}) RETURNING number, retired_at`)
}
