import type { SearchDeps } from '../deps.ts'
import { queueFeed, queueOpenSearchBuild } from '../queue.ts'
import { watchOpenSearch } from '../store/opensearch.ts'
import { SEARCH_MS, SearchAwayError } from './cluster.ts'
import { triedBefore } from './feed.ts'
import type { OpenSearch } from './open-search.ts'

const UNWATCHED_MS = 600_000
/** With more than so many, building anew is faster than taking in one by one. */
const MANY = 2_000

/**
 * Has a new index built where there is none in OpenSearch, where much changed, and where nobody watched for ten minutes:
 * OpenSearch may have been left out of the configuration then. Has taken in what was left lying.
 */
export const watch = (deps: SearchDeps, openSearch: OpenSearch) => async (): Promise<void> => {
  const now = deps.clock()
  const missing = await isMissing(openSearch)
  if (missing === null) return
  await deps.db.tx(async (tx) => {
    const { building, built, watched_at, due } = await watchOpenSearch(tx, now, triedBefore(now))
    if (building) return
    const unwatched = watched_at === null || now.getTime() - Date.parse(watched_at) > UNWATCHED_MS
    if (missing || !built || unwatched || due > MANY) await queueOpenSearchBuild(deps, tx)
    else if (due > 0) await queueFeed(deps, tx)
  })
}

// Null: nobody answers. What changes meanwhile waits.
async function isMissing({ cluster, pattern, live }: OpenSearch): Promise<boolean | null> {
  try {
    const indexes = await cluster.indexes(pattern, SEARCH_MS)
    return !indexes.some(({ aliases }) => aliases.includes(live))
  } catch (error) {
    if (error instanceof SearchAwayError) return null
    throw error
  }
}
