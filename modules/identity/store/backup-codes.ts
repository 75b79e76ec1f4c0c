import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Puts these codes in the place of all that an account had. */
export async function replaceBackupCodes(
  tx: Tx,
  accountId: string,
  codes: { readonly salt: Buffer; readonly hashes: readonly Buffer[] },
  now: Date,
): Promise<void> {
  await deleteBackupCodes(tx, accountId)
  await tx.run(sql`
    INSERT INTO identity.backup_codes (account_id, salt, hash, created_at)
    SELECT ${accountId}, ${codes.salt}, hash, ${now} FROM unnest(${[...codes.hashes]}::bytea[]) AS hash`)
}

/** Removes all codes of an account. */
export async function deleteBackupCodes(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`DELETE FROM identity.backup_codes WHERE account_id = ${accountId}`)
}

/** The salt of the codes that an account has left; null when it has none. */
export async function findBackupSalt(q: Queryable, accountId: string): Promise<Buffer | null> {
  const row = await q.maybe<{ salt: Buffer }>(sql`
    SELECT salt FROM identity.backup_codes WHERE account_id = ${accountId} AND used_at IS NULL LIMIT 1`)
  return row?.salt ?? null
}

/** Uses a code up: of any number of parallel tries one gets it. */
export async function useBackupCode(tx: Tx, accountId: string, hash: Buffer, now: Date): Promise<boolean> {
  const used = await tx.run(sql`
    UPDATE identity.backup_codes SET used_at = ${now}
    WHERE account_id = ${accountId} AND hash = ${hash} AND used_at IS NULL`)
  return used > 0
}
