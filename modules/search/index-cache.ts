/** Answers of the index. `standing` names the state that the index was in a moment ago; null: nobody can tell. */
export type IndexCache = <T>(
  key: string,
  now: Date,
  standing: string | null,
  ask: () => Promise<T>,
) => Promise<T>

type Entry = {
  readonly asked: number
  readonly standing: string | null
  readonly answer: Promise<unknown>
}

const LONGEST_SECONDS = 60

/**
 * Keeps each answer for `seconds` whatever happens, and up to a minute as long as the index stands as it did when it was
 * asked: the `max` that were wanted last. Whoever asks meanwhile waits for the same one; a failure is not kept.
 */
export function indexCache(seconds: number, max: number): IndexCache {
  const kept = new Map<string, Entry>()
  return <T>(key: string, now: Date, standing: string | null, ask: () => Promise<T>): Promise<T> => {
    const known = kept.get(key)
    const holds = known !== undefined && isGood(known, now, standing)
    const entry = holds ? known : { asked: now.getTime(), standing, answer: ask() }
    kept.delete(key)
    kept.set(key, entry)
    const [oldest] = kept.keys()
    if (kept.size > max && oldest !== undefined) kept.delete(oldest)
    if (!holds)
      entry.answer.catch(() => {
        if (kept.get(key) === entry) kept.delete(key)
      })
    return entry.answer as Promise<T>
  }

  function isGood(entry: Entry, now: Date, standing: string | null): boolean {
    const age = now.getTime() - entry.asked
    if (age < seconds * 1_000) return true
    return standing !== null && entry.standing === standing && age < LONGEST_SECONDS * 1_000
  }
}

/** How things stand that an answer depends on together; null as soon as one cannot be told. */
export function together(index: string | null, other: string): string | null {
  return index === null ? null : `${index} ${other}`
}
