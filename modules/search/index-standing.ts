import type { SearchEngine } from './engine/search-engine.ts'
import { shortCache } from '@rampart/platform/cache/short-cache.ts'

const SECONDS = 1

/** How the index stands, as it was told a second ago at most; null where the engine cannot tell. */
export function indexStanding(engine: SearchEngine): (now: Date) => Promise<string | null> {
  const told = shortCache(SECONDS, 1)
  return (now) => told('', now, () => engine.standing?.() ?? Promise.resolve(null))
}
