import type { Tx } from '@rampart/platform/db/db.ts'
import type { SearchDeps } from './deps.ts'

/** Queues the taking in of what changed, in each index. One waiting job does for all. */
export async function queueTakingIn(deps: SearchDeps, tx: Tx): Promise<void> {
  await deps.jobs.add(tx, 'take-in', {}, { key: 'take-in' })
  if (deps.settings.opensearch_url !== null) await queueFeed(deps, tx)
}

/** Queues the building of a new index, in PostgreSQL and, where it is configured, in OpenSearch. */
export async function queueBuild(deps: SearchDeps, tx: Tx): Promise<void> {
  await deps.jobs.add(tx, 'build', {}, { key: 'build', maxAttempts: 3 })
  if (deps.settings.opensearch_url !== null) await queueOpenSearchBuild(deps, tx)
}

/** Queues the taking in of what changed in OpenSearch alone. */
export async function queueFeed(deps: SearchDeps, tx: Tx): Promise<void> {
  await deps.jobs.add(tx, 'feed-opensearch', {}, { key: 'feed-opensearch' })
}

/** Queues the building of a new index in OpenSearch alone. */
export async function queueOpenSearchBuild(deps: SearchDeps, tx: Tx): Promise<void> {
  await deps.jobs.add(tx, 'build-opensearch', {}, { key: 'build-opensearch', maxAttempts: 3 })
}
