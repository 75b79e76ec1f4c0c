import { REDACTED, redactText } from '@rampart/platform/log/redact-text.ts'
import { isSecretKey } from '@rampart/platform/log/secret-keys.ts'

/**
 * The input of a call as people read it: whole, since nobody agrees to what they have not seen, but without secrets.
 * Text beyond 8,000 characters is cut and says so.
 */
export function readableInput(value: unknown): unknown {
  if (typeof value === 'string') return redactText(storable(value))
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `[${String(value.byteLength)} bytes]`
  if (Array.isArray(value)) return value.map(readableInput)
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      storable(key),
      isSecretKey(key) && item != null ? REDACTED : readableInput(item),
    ]),
  )
}

/** Whether nothing was left out of an input, cut or changed when it was made readable. */
export function showsAll(readable: unknown, input: unknown): boolean {
  const written = JSON.stringify(input, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  return written === JSON.stringify(readable)
}

// PostgreSQL's JSON takes neither NUL nor half a character.
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd')
}
