import type { Log } from '../log/log.ts'
import type { CounterStore } from './counter-store.ts'

/** A store by a name for the log. */
export type NamedStore = { readonly name: string; readonly store: CounterStore }

const ANSWER_MS = 500
const REST_MS = 1_000

/**
 * Asks the first store that answers; the last one must be this process's own memory, which always does. One that fails or
 * takes longer than half a second is left alone for a second. So a limit never opens because a store is gone: it is held
 * by the next one, which starts to count from nothing.
 */
export function fallbackStore(
  stores: readonly NamedStore[],
  log: Log,
  now: () => number = Date.now,
): CounterStore {
  const restsUntil = new Map<string, number>()

  return {
    take: async (takings) => {
      for (const [index, { name, store }] of stores.entries()) {
        const last = index === stores.length - 1
        if (last) return store.take(takings)
        if ((restsUntil.get(name) ?? 0) > now()) continue
        try {
          const taken = await within(ANSWER_MS, store.take(takings))
          if (restsUntil.delete(name)) log.info('limits are counted there again', { store: name })
          return taken
        } catch (error) {
          if (!restsUntil.has(name))
            log.warn('limits cannot be counted there; the next store counts', { store: name, error })
          restsUntil.set(name, now() + REST_MS)
        }
      }
      throw new Error('There is no store to count in.')
    },
    close: async () => {
      await Promise.all(stores.map(({ store }) => store.close()))
    },
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${String(ms)} ms.`)), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
