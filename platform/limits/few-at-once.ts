import { failure } from '../errors/app-error.ts'

/**
 * Runs at most `max` pieces of work at a time; others wait their turn. Answers undefined, without running it, when
 * `maxWaiting` wait already.
 */
export function fewAtOnce(
  max: number,
  maxWaiting: number,
): <T>(work: () => Promise<T>) => Promise<T | undefined> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= max) {
      if (waiting.length >= maxWaiting) return undefined
      await new Promise<void>((resume) => waiting.push(resume))
    } else running += 1
    try {
      return await work()
    } finally {
      // The next in line takes over the place, so that nobody slips in between.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}

/**
 * The same, for work that is refused when too much waits.
 * @throws UNAVAILABLE, to come back after so many seconds
 */
export function fewOrUnavailable(
  max: number,
  maxWaiting: number,
  retryAfterSeconds: number,
): <T>(work: () => Promise<T>) => Promise<T> {
  const inTurn = fewAtOnce(max, maxWaiting)
  return async (work) => {
    const done = await inTurn(async () => ({ answer: await work() }))
    if (done === undefined) throw failure('UNAVAILABLE', { retryAfterSeconds })
    return done.answer
  }
}
