import type { Tx } from '@rampart/platform/db/db.ts'
import type { SearchDeps } from './deps.ts'

/** Queues the taking in of what changed. One waiting job does for all. */
export async function queueTakingIn(deps: SearchDeps, tx: Tx): Promise<void> {
  await deps.jobs.add(tx, 'take-in', {}, { key: 'take-in' })
}

/** Queues the building of a new index. One waiting job does for all. */
export async function queueBuild(deps: SearchDeps, tx: Tx): Promise<void> {
  await deps.jobs.add(tx, 'build', {}, { key: 'build', maxAttempts: 3 })
}
