import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** An authenticator app in use. */
export type TotpRow = { readonly secret: Buffer; readonly confirmed_at: string }

/** The authenticator app of an account. */
export async function findTotp(q: Queryable, accountId: string): Promise<TotpRow | null> {
  return q.maybe<TotpRow>(sql`
    SELECT secret, confirmed_at FROM identity.totp WHERE account_id = ${accountId} AND confirmed_at IS NOT NULL`)
}

/** Puts an app that was just confirmed in the place of the one there was. `step` is the one that confirmed it. */
export async function putTotp(
  tx: Tx,
  totp: { readonly account_id: string; readonly secret: Buffer; readonly step: number },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.totp (account_id, secret, confirmed_at, last_step, created_at)
    VALUES (${totp.account_id}, ${totp.secret}, ${now}, ${totp.step}, ${now})
    ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, confirmed_at = excluded.confirmed_at,
      last_step = excluded.last_step, failures = 0, locked_until = NULL, created_at = excluded.created_at`)
}

/** Removes the app of an account. */
export async function deleteTotp(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`DELETE FROM identity.totp WHERE account_id = ${accountId}`)
}

/**
 * Counts a try at the account's codes before it is judged; null while the factor is locked. Every `tries`-th in a row
 * locks it until `until`. Run in a statement of its own: a wrong try must stay counted.
 */
export async function takeFactorTry(
  q: Queryable,
  accountId: string,
  lock: { readonly tries: number; readonly until: Date },
  now: Date,
): Promise<number | null> {
  const row = await q.maybe<{ failures: number }>(sql`
    UPDATE identity.totp SET failures = failures + 1,
      locked_until = CASE WHEN (failures + 1) % ${lock.tries}::int = 0 THEN ${lock.until}::timestamptz END
    WHERE account_id = ${accountId} AND (locked_until IS NULL OR locked_until <= ${now})
    RETURNING failures`)
  return row?.failures ?? null
}

/** Until when the codes of an account are locked; null when they are not. */
export async function lockedUntil(q: Queryable, accountId: string, now: Date): Promise<string | null> {
  const row = await q.maybe<{ locked_until: string }>(sql`
    SELECT locked_until FROM identity.totp WHERE account_id = ${accountId} AND locked_until > ${now}`)
  return row?.locked_until ?? null
}

/** Spends a time step, once and none before it; a spent one answers false. */
export async function spendStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const spent = await tx.run(sql`
    UPDATE identity.totp SET last_step = ${step}
    WHERE account_id = ${accountId} AND confirmed_at IS NOT NULL AND last_step < ${step}`)
  return spent > 0
}

/** A try was right: forgets the wrong ones before it. */
export async function forgetFactorTries(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`
    UPDATE identity.totp SET failures = 0, locked_until = NULL WHERE account_id = ${accountId}`)
}
