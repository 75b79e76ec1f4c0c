import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Puts these codes in the place of all that an account had. */
export async function replaceBackupCodes(
  tx: Tx,
  accountId: string,
  hashes: readonly Buffer[],
  now: Date,
): Promise<void> {
  await deleteBackupCodes(tx, accountId)
  await tx.run(sql`
    INSERT INTO identity.backup_codes (account_id, hash, created_at)
    SELECT ${accountId}, hash, ${now} FROM unnest(${[...hashes]}::bytea[]) AS hash`)
}

/** Removes all codes of an account. */
export async function deleteBackupCodes(tx: Tx, accountId: string): Promise<void> {
  await tx.run(sql`DELETE FROM identity.backup_codes WHERE account_id = ${accountId}`)
}

/** Uses a code up: of any number of parallel tries one gets it. */
export async function useBackupCode(tx: Tx, accountId: string, hash: Buffer, now: Date): Promise<boolean> {
  const used = await tx.run(sql`
    UPDATE identity.backup_codes SET used_at = ${now}
    WHERE account_id = ${accountId} AND hash = ${hash} AND used_at IS NULL`)
  return used > 0
}
