import type { Tx } from '@rampart/platform/db/db.ts'
import type { RecommendationsDeps } from './deps.ts'

/** A training that failed is tried so often. */
export const TRIES = 3

/** Queues a training; one that waits already is not doubled. */
export async function queueTraining(deps: RecommendationsDeps, tx: Tx, runAt?: Date): Promise<void> {
  await deps.jobs.add(tx, 'train', {}, { key: 'train', maxAttempts: TRIES, ...(runAt ? { runAt } : {}) })
}
