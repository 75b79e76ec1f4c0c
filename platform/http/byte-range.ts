/** Bytes of a file, both ends included. */
export type ByteRange = { readonly first: number; readonly last: number }

const MAX_DIGITS = 15

/**
 * The one part of a file of `size` bytes that a Range header asks for (RFC 9110, 14.2). null: all of it, which is also
 * the answer to what cannot be read and to several parts at once.
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const asked = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '')
  if (asked === null) return null
  const [, from = '', to = ''] = asked
  if (from.length > MAX_DIGITS || to.length > MAX_DIGITS) return null
  if (from === '') {
    if (to === '') return null
    const count = Number(to)
    if (count === 0 || size === 0) return 'unsatisfiable'
    return { first: Math.max(0, size - count), last: size - 1 }
  }
  const first = Number(from)
  if (to !== '' && Number(to) < first) return null
  if (first >= size) return 'unsatisfiable'
  return { first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}

/** Whether a part may be sent to who has another part already: If-Range names the same bytes, or is not there. */
export function isSameFile(ifRange: string | undefined, etag: string): boolean {
  // A date or a weak tag never says that bytes are the same.
  return ifRange === undefined || ifRange.trim() === etag
}

/** Whether an If-None-Match header names these bytes. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
