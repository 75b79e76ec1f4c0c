import type { JobTable } from '@rampart/platform/jobs/jobs.ts'
import type { SearchDeps } from '../deps.ts'
import { buildOpenSearchJob } from './build.ts'
import { feedJob } from './feed.ts'
import type { OpenSearch } from './open-search.ts'
import { watch } from './watch.ts'

/** What keeps the index in OpenSearch up to date; nothing where none is configured. */
export function openSearchJobs(deps: SearchDeps, openSearch: OpenSearch | null): JobTable {
  // A job that was queued before OpenSearch was taken out of the configuration has nothing to do.
  const idle = () => Promise.resolve()
  if (openSearch === null) return { 'feed-opensearch': idle, 'build-opensearch': idle }
  return {
    'feed-opensearch': feedJob(deps, openSearch),
    'build-opensearch': buildOpenSearchJob(deps, openSearch),
  }
}

/** Looks every minute whether OpenSearch has all that it should have. */
export function openSearchSchedules(deps: SearchDeps, openSearch: OpenSearch | null) {
  if (openSearch === null) return []
  return [{ name: 'watch-opensearch', everySeconds: 60, run: watch(deps, openSearch) }]
}
