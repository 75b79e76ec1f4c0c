const BYTES = '$bytes'

/** JSON, with byte arrays as `{ "$bytes": base64 }`. What a contract's schemas hold survives the trip unchanged. */
export function encodeWire(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    // Buffer's own toJSON has run by now and left its well-known form.
    if (isBufferJson(item)) return { [BYTES]: Buffer.from(item.data).toString('base64') }
    if (item instanceof Uint8Array) return { [BYTES]: Buffer.from(item).toString('base64') }
    return item
  })
}

/** Reads what `encodeWire` wrote. */
export function decodeWire(text: string): unknown {
  return JSON.parse(text, (_key, item: unknown) => {
    if (typeof item !== 'object' || item === null || !(BYTES in item)) return item
    const encoded = item[BYTES]
    return typeof encoded === 'string' ? new Uint8Array(Buffer.from(encoded, 'base64')) : item
  })
}

function isBufferJson(item: unknown): item is { type: 'Buffer'; data: number[] } {
  return (
    typeof item === 'object' &&
    item !== null &&
    (item as { type?: unknown }).type === 'Buffer' &&
    Array.isArray((item as { data?: unknown }).data)
  )
}
