import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** A change of address that waits for its confirmations. */
export type EmailChangeRow = {
  readonly id: string
  readonly account_id: string
  readonly new_email: string
  readonly new_confirmed_at: string | null
  readonly old_confirmed_at: string | null
  readonly expires_at: string
}

const columns = sql`id, account_id, new_email, new_confirmed_at, old_confirmed_at, expires_at`

/** Opens a change in the place of the one that the account had open. */
export async function openEmailChange(
  tx: Tx,
  change: {
    readonly id: string
    readonly account_id: string
    readonly new_email: string
    readonly expires_at: Date
  },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.email_changes (id, account_id, new_email, created_at, expires_at)
    VALUES (${change.id}, ${change.account_id}, ${change.new_email}, ${now}, ${change.expires_at})`)
}

/** The change of an account that is open. */
export async function findOpenEmailChange(
  q: Queryable,
  accountId: string,
  now: Date,
): Promise<EmailChangeRow | null> {
  return q.maybe<EmailChangeRow>(sql`
    SELECT ${columns} FROM identity.email_changes
    WHERE account_id = ${accountId} AND closed_at IS NULL AND expires_at > ${now}`)
}

/** Notes that one of the two addresses confirmed. Two that confirm at once wait for each other; the later sees both. */
export async function confirmEmailChange(
  tx: Tx,
  id: string,
  side: 'new' | 'old',
  now: Date,
): Promise<EmailChangeRow | null> {
  const confirmed = side === 'new' ? sql`new_confirmed_at` : sql`old_confirmed_at`
  return tx.maybe<EmailChangeRow>(sql`
    UPDATE identity.email_changes SET ${confirmed} = ${now}
    WHERE id = ${id} AND closed_at IS NULL AND expires_at > ${now}
    RETURNING ${columns}`)
}

/** Closes one change, made or not. Answers whose it was; null when it was closed before. */
export async function closeEmailChange(
  tx: Tx,
  id: string,
  now: Date,
): Promise<{ readonly account_id: string } | null> {
  return tx.maybe<{ account_id: string }>(sql`
    UPDATE identity.email_changes SET closed_at = ${now}
    WHERE id = ${id} AND closed_at IS NULL AND expires_at > ${now}
    RETURNING account_id`)
}

/** Closes whatever change an account has open: somebody else may have asked for it. */
export async function dropEmailChanges(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE identity.email_changes SET closed_at = ${now} WHERE account_id = ${accountId} AND closed_at IS NULL`)
}

/** Removes changes whose time was over before this moment. */
export async function pruneEmailChanges(q: Queryable, before: Date): Promise<void> {
  await q.run(sql`DELETE FROM identity.email_changes WHERE expires_at < ${before}`)
}
