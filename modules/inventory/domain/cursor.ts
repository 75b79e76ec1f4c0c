const CURSOR = /^[1-9]\d{0,15}$/

/** Reads the place in the ledger that a page ended at; null when it is none of ours. */
export function readCursor(cursor: string): number | null {
  const seq = Number(cursor)
  return CURSOR.test(cursor) && Number.isSafeInteger(seq) ? seq : null
}
