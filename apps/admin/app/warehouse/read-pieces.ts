/** A number of pieces that somebody typed; null when it is none. */
export function readPieces(typed: string, most = 1_000_000): number | null {
  const text = typed.trim()
  const pieces = Number(text)
  return /^\d{1,7}$/.test(text) && pieces <= most ? pieces : null
}
