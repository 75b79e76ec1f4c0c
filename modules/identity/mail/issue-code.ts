import { createHmac, randomInt } from 'node:crypto'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, MAILED_CODE_MS } from '../domain/lifetimes.ts'
import { type CodePurpose, insertCode, voidCodes } from '../store/mailed-codes.ts'

/** Six digits for a mail; those sent before for the same purpose stop working. */
export async function issueCode(
  deps: IdentityDeps,
  tx: Tx,
  code: { readonly account_id: string; readonly purpose: CodePurpose; readonly reference: string | null },
  now: Date,
): Promise<string> {
  const digits = String(randomInt(0, 1_000_000)).padStart(6, '0')
  const id = newId()
  await voidCodes(tx, code.account_id, code.purpose)
  const hash = hashCode(deps, code, digits)
  await insertCode(tx, { id, ...code, hash, expires_at: after(now, MAILED_CODE_MS) }, now)
  return digits
}

/** A keyed hash: six digits could be tried out by whoever reads the table. */
export function hashCode(
  deps: IdentityDeps,
  code: { readonly account_id: string; readonly purpose: CodePurpose },
  digits: string,
): Buffer {
  const key = deps.keys.derive('identity:mailed-code')
  return createHmac('sha256', key).update(`${code.purpose}:${code.account_id}:${digits}`).digest()
}
