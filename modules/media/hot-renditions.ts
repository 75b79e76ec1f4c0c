/** Keeps what was asked for last, up to a number of bytes in all. */
export type HotRenditions = {
  get(id: string, name: string): Buffer<ArrayBuffer> | undefined
  put(id: string, name: string, bytes: Buffer<ArrayBuffer>): void
  /** Forgets a picture that is no more. */
  drop(id: string): void
}

/** A cache that drops the least recently used first. Renditions never change, so nothing in it can be stale. */
export function hotRenditions(maxBytes: number): HotRenditions {
  const kept = new Map<string, Buffer<ArrayBuffer>>()
  let total = 0
  const forget = (key: string, bytes: Buffer): void => {
    kept.delete(key)
    total -= bytes.length
  }
  return {
    get(id, name) {
      const key = `${id}/${name}`
      const bytes = kept.get(key)
      if (bytes === undefined) return undefined
      kept.delete(key)
      kept.set(key, bytes)
      return bytes
    },
    put(id, name, bytes) {
      const key = `${id}/${name}`
      if (bytes.length > maxBytes / 8 || kept.has(key)) return
      kept.set(key, bytes)
      total += bytes.length
      for (const [oldest, dropped] of kept) {
        if (total <= maxBytes) break
        forget(oldest, dropped)
      }
    },
    drop(id) {
      for (const [key, bytes] of kept) if (key.startsWith(`${id}/`)) forget(key, bytes)
    },
  }
}
