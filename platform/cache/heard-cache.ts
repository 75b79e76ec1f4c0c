const MAX_AGE_MS = 1_000
const MAX_ENTRIES = 5_000

/**
 * What this process knows of something that others may change, never older than a second: a change by another process
 * counts as soon as it is heard of and within that time at the latest, one by this process at once.
 */
export type HeardCache<T> = {
  /** What stands under a key, loaded when it is not known. Null is not remembered. */
  get(key: string, now: Date, load: () => Promise<T | null>): Promise<T | null>
  /** Forgets everything. Changes are rare enough for that, and nothing can be overlooked. */
  clear(): void
}

/** Calls `changed` whenever another process says that something is not what it was. */
type Hear = (changed: () => void) => Promise<unknown>

/** An empty cache, which begins to listen to other processes with its first use. */
export function heardCache<T>(hear: Hear): HeardCache<T> {
  const entries = new Map<string, { readonly value: T; readonly loaded: number }>()
  let generation = 0
  let hearing: Promise<unknown> | undefined
  const clear = (): void => {
    generation += 1
    entries.clear()
  }
  const peek = (key: string, now: Date): T | null => {
    const known = entries.get(key)
    const age = known === undefined ? Infinity : now.getTime() - known.loaded
    return known !== undefined && age >= 0 && age < MAX_AGE_MS ? known.value : null
  }
  return {
    async get(key, now, load) {
      // What was said before we began to listen was not heard. Where nothing can be heard the age alone counts, and the
      // next use tries again.
      hearing ??= hear(clear).then(clear, () => (hearing = undefined))
      const known = peek(key, now)
      if (known !== null) return known
      entries.delete(key)
      const begun = generation
      const value = await load()
      // What was read while a change was made may be the state before.
      if (value === null || begun !== generation) return value
      if (entries.size >= MAX_ENTRIES) {
        const [oldest] = entries.keys()
        if (oldest !== undefined) entries.delete(oldest)
      }
      entries.set(key, { value, loaded: now.getTime() })
      return value
    },
    clear,
  }
}
