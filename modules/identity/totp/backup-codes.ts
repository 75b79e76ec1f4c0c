import { randomBytes, randomInt } from 'node:crypto'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import {
  BACKUP_CODE_ALPHABET,
  BACKUP_CODE_LENGTH,
  BACKUP_CODES,
  foldBackupCode,
} from '../domain/backup-code.ts'
import { findBackupSalt, replaceBackupCodes, useBackupCode } from '../store/backup-codes.ts'

// One for all codes of a set: what is typed in is stretched once, not once for each of them.
const SALT_BYTES = 16

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
  const salt = randomBytes(SALT_BYTES)
  const hashes = await Promise.all(made.map((code) => deps.hasher.stretch(code, salt)))
  await replaceBackupCodes(tx, accountId, { salt, hashes }, now)
  return made
}

/** Uses up the backup code that was typed in; false when there is none like it. */
export async function spendBackupCode(
  deps: IdentityDeps,
  tx: Tx,
  accountId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const salt = await findBackupSalt(tx, accountId)
  if (salt === null) return false
  return useBackupCode(tx, accountId, await deps.hasher.stretch(foldBackupCode(typed), salt), now)
}

function newCode(): string {
  const characters = Array.from({ length: BACKUP_CODE_LENGTH }, () =>
    BACKUP_CODE_ALPHABET.charAt(randomInt(BACKUP_CODE_ALPHABET.length)),
  )
  return characters.join('')
}
