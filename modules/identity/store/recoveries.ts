import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { RoleName } from '../domain/roles.ts'
import type { Purpose } from './one-time-tokens.ts'

/** An account whose password may be set by a token, and what that asks for. */
export type RecoveryRow = {
  readonly id: string
  readonly email: string
  readonly username: string | null
  readonly full_name: string
  readonly role: RoleName
  /** Only where a reset asks for it. */
  readonly date_of_birth: string | null
}

const MAX_TRIES = 5

/** The account that a token sets the password of, while both are good. Only `useToken` decides. */
export async function findRecovery(
  q: Queryable,
  hash: Buffer,
  purpose: Purpose,
  now: Date,
): Promise<RecoveryRow | null> {
  return q.maybe<RecoveryRow>(sql`
    SELECT a.id, a.email, a.username, a.full_name, a.role,
      CASE WHEN a.birth_date_check THEN a.date_of_birth::text END AS date_of_birth
    FROM identity.one_time_tokens t JOIN identity.accounts a ON a.id = t.account_id
    WHERE t.hash = ${hash} AND t.purpose = ${purpose} AND t.used_at IS NULL AND t.expires_at > ${now}
      AND t.tries < ${MAX_TRIES} AND a.locked_at IS NULL`)
}

/**
 * Counts a try at what a token asks for beside itself, before it is judged; false when its tries are spent. Run in a
 * statement of its own: a wrong try must stay counted.
 */
export async function takeTokenTry(
  q: Queryable,
  hash: Buffer,
  purpose: Purpose,
  now: Date,
): Promise<boolean> {
  const counted = await q.run(sql`
    UPDATE identity.one_time_tokens SET tries = tries + 1
    WHERE hash = ${hash} AND purpose = ${purpose} AND used_at IS NULL AND expires_at > ${now}
      AND tries < ${MAX_TRIES}`)
  return counted > 0
}

/** Removes every second factor of an account. */
export async function removeFactors(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`DELETE FROM identity.totp WHERE account_id = ${accountId}`)
  await tx.run(sql`DELETE FROM identity.backup_codes WHERE account_id = ${accountId}`)
  await tx.run(sql`DELETE FROM identity.passkeys WHERE account_id = ${accountId}`)
}
