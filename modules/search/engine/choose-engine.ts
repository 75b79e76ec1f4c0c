import type { SearchDeps } from '../deps.ts'
import type { OpenSearch } from '../opensearch/open-search.ts'
import { openSearchEngine } from '../opensearch/opensearch-engine.ts'
import { DEEPEST } from '../opensearch/pages.ts'
import { heldEngine } from './held-engine.ts'
import { postgresEngine } from './postgres-engine.ts'
import type { SearchEngine } from './search-engine.ts'
import { withFallback } from './with-fallback.ts'

/** PostgreSQL, or OpenSearch where it is configured, with PostgreSQL behind it. */
export function chooseEngine(deps: SearchDeps, openSearch: OpenSearch | null): SearchEngine {
  const own = heldEngine(deps.db, postgresEngine(deps.db))
  if (openSearch === null) return own
  return withFallback(openSearchEngine(openSearch.cluster, openSearch.live), own, DEEPEST, deps.log)
}
