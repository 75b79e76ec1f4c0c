import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Sets an account's password to what this hash was made of; `short`: it is not long enough alone. */
export async function setPassword(
  tx: Tx,
  accountId: string,
  hash: string,
  now: Date,
  short = false,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.passwords (account_id, hash, changed_at, short)
    VALUES (${accountId}, ${hash}, ${now}, ${short})
    ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at,
      short = excluded.short,
      failures = 0, disabled_at = NULL, disabled_reason = NULL`)
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

/** Counts a wrong password; true for the one that disables it, the `max`th since the last that was right. */
export async function countWrongPassword(
  tx: Tx,
  accountId: string,
  max: number,
  now: Date,
): Promise<boolean> {
  const row = await tx.maybe<{ failures: number }>(sql`
    UPDATE identity.passwords SET failures = failures + 1,
      disabled_at = CASE WHEN failures + 1 >= ${max}::int THEN ${now}::timestamptz END,
      disabled_reason = CASE WHEN failures + 1 >= ${max}::int THEN 'guessed' END
    WHERE account_id = ${accountId} AND disabled_at IS NULL
    RETURNING failures`)
  return row !== null && row.failures >= max
}

/**
 * Makes sure, until the end of the transaction, that a password found right a moment ago still opens its account, and
 * forgets the wrong ones before it. False when it was changed or disabled meanwhile, or the account locked.
 */
export async function confirmPassword(tx: Tx, accountId: string, hash: string): Promise<boolean> {
  const row = await tx.maybe<{ failures: number }>(sql`
    SELECT p.failures FROM identity.passwords p JOIN identity.accounts a ON a.id = p.account_id
    WHERE p.account_id = ${accountId} AND p.hash = ${hash} AND p.disabled_at IS NULL AND a.locked_at IS NULL
    FOR UPDATE OF p FOR SHARE OF a`)
  if (row === null) return false
  if (row.failures > 0) {
    await tx.run(sql`UPDATE identity.passwords SET failures = 0 WHERE account_id = ${accountId}`)
  }
  return true
}

/** Disables a password that somebody else knows: only a new one helps. */
export async function disablePassword(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE identity.passwords SET disabled_at = ${now}, disabled_reason = 'not_me' WHERE account_id = ${accountId}`)
}

/** Enables a password again that was disabled for being guessed at; false when there is none such. */
export async function enablePassword(tx: Tx, accountId: string): Promise<boolean> {
  const enabled = await tx.run(sql`
    UPDATE identity.passwords SET failures = 0, disabled_at = NULL, disabled_reason = NULL
    WHERE account_id = ${accountId} AND disabled_reason = 'guessed'`)
  return enabled > 0
}
