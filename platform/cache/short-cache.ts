/** Answers that may be some seconds old, so that a burst of equal questions costs one. */
export type ShortCache = {
  <T>(key: string, now: Date, ask: () => Promise<T>): Promise<T>
  /** Forgets every answer, also those that are still being found. */
  forget(): void
}

/**
 * Keeps each answer for `seconds`, the latest `max` of them. Whoever asks while the answer is being found waits for
 * the same one; a failure is not kept.
 */
export function shortCache(seconds: number, max: number): ShortCache {
  const kept = new Map<string, { until: number; answer: Promise<unknown> }>()
  const cached = <T>(key: string, now: Date, ask: () => Promise<T>): Promise<T> => {
    const known = kept.get(key)
    if (known !== undefined && now.getTime() < known.until) return known.answer as Promise<T>
    const answer = ask()
    const entry = { until: now.getTime() + seconds * 1_000, answer }
    kept.delete(key)
    kept.set(key, entry)
    const [oldest] = kept.keys()
    if (kept.size > max && oldest !== undefined) kept.delete(oldest)
    answer.catch(() => {
      if (kept.get(key) === entry) kept.delete(key)
    })
    return answer
  }
  return Object.assign(cached, { forget: () => kept.clear() })
}
