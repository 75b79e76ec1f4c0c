/** Keeps what was asked for last, up to a number of bytes in all. */
export type HotRenditions = {
  get(key: string): Buffer<ArrayBuffer> | undefined
  put(key: string, bytes: Buffer<ArrayBuffer>): void
}

/** A cache that drops the least recently used first. Renditions never change, so nothing in it can be stale. */
export function hotRenditions(maxBytes: number): HotRenditions {
  const kept = new Map<string, Buffer<ArrayBuffer>>()
  let total = 0
  return {
    get(key) {
      const bytes = kept.get(key)
      if (bytes === undefined) return undefined
      kept.delete(key)
      kept.set(key, bytes)
      return bytes
    },
    put(key, bytes) {
      if (bytes.length > maxBytes / 8 || kept.has(key)) return
      kept.set(key, bytes)
      total += bytes.length
      for (const [oldest, dropped] of kept) {
        if (total <= maxBytes) break
        kept.delete(oldest)
        total -= dropped.length
      }
    },
  }
}
