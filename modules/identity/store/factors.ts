import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Second factors that an account has and can use. */
export type Factors = {
  readonly totp: boolean
  /** Unused ones. */
  readonly backup_codes: number
  readonly passkeys: number
}

/** The second factors of an account. */
export async function findFactors(q: Queryable, accountId: string): Promise<Factors> {
  const row = await q.maybe<Factors>(sql`
    SELECT
      EXISTS (SELECT FROM identity.totp t WHERE t.account_id = ${accountId} AND t.confirmed_at IS NOT NULL) AS totp,
      (SELECT count(*)::int FROM identity.backup_codes b
        WHERE b.account_id = ${accountId} AND b.used_at IS NULL) AS backup_codes,
      (SELECT count(*)::int FROM identity.passkeys p WHERE p.account_id = ${accountId}) AS passkeys`)
  return row ?? { totp: false, backup_codes: 0, passkeys: 0 }
}

/** Removes the second factors and the sign-ins of providers that an account was given from this moment on. */
export async function deleteFactorsSince(tx: Tx, accountId: string, since: Date): Promise<void> {
  await tx.run(sql`DELETE FROM identity.passkeys WHERE account_id = ${accountId} AND created_at >= ${since}`)
  await tx.run(sql`
    DELETE FROM identity.external_identities WHERE account_id = ${accountId} AND linked_at >= ${since}`)
  const apps = await tx.run(sql`
    DELETE FROM identity.totp WHERE account_id = ${accountId} AND created_at >= ${since}`)
  if (apps > 0) await tx.run(sql`DELETE FROM identity.backup_codes WHERE account_id = ${accountId}`)
}
