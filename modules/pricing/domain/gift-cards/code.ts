// No 0, 1, I, L, O and U: nothing is read for something else, and no word comes about.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

// From here on bytes are refused: they would make some signs likelier than others.
const LIMIT = 256 - (256 % SIGNS.length)

/** Signs from random bytes, every one as likely as another. Shorter than `length` when the bytes did not suffice. */
export function signsFrom(bytes: Uint8Array, length: number): string {
  return [...bytes]
    .filter((byte) => byte < LIMIT)
    .slice(0, length)
    .map((byte) => SIGNS[byte % SIGNS.length] ?? '')
    .join('')
}

/** As it is printed: groups of four. */
export function inGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? ''
}
