import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Sets an account's password to what this hash was made of. */
export async function setPassword(tx: Tx, accountId: string, hash: string, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.passwords (account_id, hash, changed_at) VALUES (${accountId}, ${hash}, ${now})
    ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at`)
}

/** Puts a hash with today's parameters in the place of an older one, unless the password was changed meanwhile. */
export async function rehashPassword(tx: Tx, accountId: string, old: string, hash: string): Promise<void> {
  await tx.run(sql`
    UPDATE identity.passwords SET hash = ${hash} WHERE account_id = ${accountId} AND hash = ${old}`)
}

/** The hash of an account's password; null when it has none. Nothing but a check of the password may read it. */
export async function findPassword(
  q: Queryable,
  accountId: string,
): Promise<{ readonly hash: string; readonly short: boolean } | null> {
  return q.maybe<{ hash: string; short: boolean }>(sql`
    SELECT hash, short FROM identity.passwords WHERE account_id = ${accountId}`)
}
