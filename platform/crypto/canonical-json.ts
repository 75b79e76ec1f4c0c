import { createHash } from 'node:crypto'

/**
 * One JSON text for equal values, whatever the order of their fields: what can be hashed and compared. Bytes stand in
 * it by their SHA-256: written out, an uploaded file would take a hundred times its size.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (item instanceof Uint8Array) return { sha256: createHash('sha256').update(item).digest('hex') }
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return item
    return Object.fromEntries(Object.entries(item).sort(([left], [right]) => (left < right ? -1 : 1)))
  })
}
