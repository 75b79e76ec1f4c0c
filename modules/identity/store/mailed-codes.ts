import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** What six mailed digits are good for. */
export type CodePurpose = 'reset_otp' | 'sign_in_code'

const MAX_TRIES = 5

type NewCode = {
  readonly id: string
  readonly account_id: string
  readonly purpose: CodePurpose
  readonly reference: string | null
  readonly hash: Buffer
  readonly expires_at: Date
}

/** Writes a code. */
export async function insertCode(tx: Tx, code: NewCode, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO identity.mailed_codes (id, account_id, purpose, reference, hash, created_at, expires_at)
    VALUES (${code.id}, ${code.account_id}, ${code.purpose}, ${code.reference}, ${code.hash}, ${now},
      ${code.expires_at})`)
}

/** Makes an account's unused codes of a purpose worthless. */
export async function voidCodes(tx: Tx, accountId: string, purpose: CodePurpose): Promise<void> {
  await tx.run(sql`
    DELETE FROM identity.mailed_codes WHERE account_id = ${accountId} AND purpose = ${purpose} AND used_at IS NULL`)
}

/**
 * Counts a try at the account's code, before it is judged; false when there is no code or its tries are spent. Run in
 * a statement of its own: a wrong try must stay counted.
 */
export async function takeCodeTry(
  q: Queryable,
  accountId: string,
  purpose: CodePurpose,
  now: Date,
): Promise<boolean> {
  const counted = await q.run(sql`
    UPDATE identity.mailed_codes SET tries = tries + 1
    WHERE account_id = ${accountId} AND purpose = ${purpose} AND used_at IS NULL AND expires_at > ${now}
      AND tries < ${MAX_TRIES}`)
  return counted > 0
}

/** Uses a code up: of any number of parallel tries one gets it. */
export async function useCode(
  tx: Tx,
  code: { readonly account_id: string; readonly purpose: CodePurpose; readonly reference: string | null },
  hash: Buffer,
  now: Date,
): Promise<boolean> {
  const used = await tx.run(sql`
    UPDATE identity.mailed_codes SET used_at = ${now}
    WHERE account_id = ${code.account_id} AND purpose = ${code.purpose} AND hash = ${hash}
      AND reference IS NOT DISTINCT FROM ${code.reference}::uuid AND used_at IS NULL AND expires_at > ${now}`)
  return used > 0
}

/** Removes codes that could not be used any more before this moment. */
export async function pruneCodes(q: Queryable, before: Date): Promise<void> {
  await q.run(sql`DELETE FROM identity.mailed_codes WHERE expires_at < ${before}`)
}
