/** Keeps what was asked for last, up to a number of bytes in all. */
export type HotRenditions = {
  get(id: string, name: string): Buffer<ArrayBuffer> | undefined
  put(id: string, name: string, bytes: Buffer<ArrayBuffer>): void
  /** Forgets a picture that is no more. */
  drop(id: string): void
}

/** Milliseconds until it is looked up again whether a picture is still there: another process may have taken it away. */
const FRESH_MS = 60_000

type Kept = { readonly bytes: Buffer<ArrayBuffer>; readonly since: number }

/** A cache that drops the least recently used first. Renditions never change, but pictures go. `clock`: milliseconds. */
export function hotRenditions(maxBytes: number, clock: () => number): HotRenditions {
  const kept = new Map<string, Kept>()
  let total = 0
  const forget = (key: string, { bytes }: Kept): void => {
    kept.delete(key)
    total -= bytes.length
  }
  return {
    get(id, name) {
      const key = `${id}/${name}`
      const found = kept.get(key)
      if (found === undefined) return undefined
      if (clock() - found.since > FRESH_MS) {
        forget(key, found)
        return undefined
      }
      kept.delete(key)
      kept.set(key, found)
      return found.bytes
    },
    put(id, name, bytes) {
      const key = `${id}/${name}`
      if (bytes.length > maxBytes / 8 || kept.has(key)) return
      kept.set(key, { bytes, since: clock() })
      total += bytes.length
      for (const [oldest, dropped] of kept) {
        if (total <= maxBytes) break
        forget(oldest, dropped)
      }
    },
    drop(id) {
      for (const [key, found] of kept) if (key.startsWith(`${id}/`)) forget(key, found)
    },
  }
}
