/** How many backup codes an account is given at a time. */
export const BACKUP_CODES = 10

/** Characters of a code: with 32 to choose from, 40 bits. */
export const BACKUP_CODE_LENGTH = 8

/** Crockford's base 32: no character can be taken for another. */
export const BACKUP_CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The form a typed code is looked up in: case, spaces and hyphens do not count, O is 0, I and L are 1. */
export function foldBackupCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}
