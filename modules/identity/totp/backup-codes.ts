import { createHmac, randomInt } from 'node:crypto'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import {
  BACKUP_CODE_ALPHABET,
  BACKUP_CODE_LENGTH,
  BACKUP_CODES,
  foldBackupCode,
} from '../domain/backup-code.ts'
import { replaceBackupCodes } from '../store/backup-codes.ts'

/** Gives an account new backup codes in the place of all it had. Only their hashes are kept. */
export async function issueBackupCodes(
  deps: IdentityDeps,
  tx: Tx,
  accountId: string,
  now: Date,
): Promise<string[]> {
  const codes = new Set<string>()
  while (codes.size < BACKUP_CODES) codes.add(newCode())
  const made = [...codes]
  await replaceBackupCodes(
    tx,
    accountId,
    made.map((code) => hashBackupCode(deps, accountId, code)),
    now,
  )
  return made
}

/** A keyed hash: 40 bits could be tried out by whoever reads the table. */
export function hashBackupCode(deps: Pick<IdentityDeps, 'keys'>, accountId: string, typed: string): Buffer {
  const key = deps.keys.derive('identity:backup-code')
  return createHmac('sha256', key)
    .update(`${accountId}:${foldBackupCode(typed)}`)
    .digest()
}

function newCode(): string {
  const characters = Array.from({ length: BACKUP_CODE_LENGTH }, () =>
    BACKUP_CODE_ALPHABET.charAt(randomInt(BACKUP_CODE_ALPHABET.length)),
  )
  return characters.join('')
}
