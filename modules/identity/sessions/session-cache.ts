import type { SessionRow } from '../store/sessions.ts'

const MAX_AGE_MS = 1_000
const MAX_ENTRIES = 5_000

type Entry = { readonly row: SessionRow; readonly loaded: number }

/**
 * What this process knows of sessions, never older than a second: a session that another process ended is refused
 * within that time, one that this process ended at once.
 */
export type SessionCache = {
  /** The session under a key, loaded when it is not known. A missing one is not remembered. */
  get(key: string, now: Date, load: () => Promise<SessionRow | null>): Promise<SessionRow | null>
  /** Forgets everything. Signing out is rare enough for that, and nothing can be overlooked. */
  clear(): void
}

/** Calls `changed` whenever another process says that sessions are not what they were. */
type Hear = (changed: () => void) => Promise<unknown>

/** An empty cache, which begins to listen to other processes with its first use. */
export function sessionCache(hear: Hear): SessionCache {
  const entries = new Map<string, Entry>()
  let generation = 0
  let hearing: Promise<unknown> | undefined
  const clear = (): void => {
    generation += 1
    entries.clear()
  }
  return {
    async get(key, now, load) {
      // What was said before we began to listen was not heard. Where nothing can be heard the age alone counts, and the
      // next use tries again.
      hearing ??= hear(clear).then(clear, () => (hearing = undefined))
      const known = entries.get(key)
      const age = known === undefined ? Infinity : now.getTime() - known.loaded
      if (known !== undefined && age >= 0 && age < MAX_AGE_MS) return known.row
      entries.delete(key)
      const begun = generation
      const row = await load()
      // What was read while a session ended may be the state before.
      if (row === null || begun !== generation) return row
      if (entries.size >= MAX_ENTRIES) {
        const [oldest] = entries.keys()
        if (oldest !== undefined) entries.delete(oldest)
      }
      entries.set(key, { row, loaded: now.getTime() })
      return row
    },
    clear,
  }
}
