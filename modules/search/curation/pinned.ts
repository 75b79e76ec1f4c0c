import { shortCache } from '@rampart/platform/cache/short-cache.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import { findAllPins } from '../store/pins.ts'

/** The products pinned to a question, as the index keeps words, in their order. */
export type Pinned = (question: string) => readonly string[]

const SECONDS = 5

/** The pins of the shop, at most five seconds old: staff make them, so there are few, and most questions have none. */
export function pinnedOf(db: Queryable): (now: Date) => Promise<Pinned> {
  const cache = shortCache(SECONDS, 1)
  return (now) =>
    cache('all', now, async () => {
      const pins = new Map(await findAllPins(db))
      return (question) => pins.get(question) ?? []
    })
}
