import type { Tx } from '@rampart/platform/db/db.ts'
import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { CatalogDeps } from '../deps.ts'
import { findNextQueued, findRunning, pruneTransferRows } from '../store/transfers.ts'
import { keptSince } from './transfer-view.ts'

/** The job that carries transfers out, one after another. The composition root brings it: it knows the files. */
const TRANSFER_JOB = 'run-transfers'

/** How long a worker may be silent before another goes on with its transfer. */
export const LEASE_MS = 15_000

/** Has somebody look for work. */
export async function queueRun(deps: CatalogDeps, tx: Tx): Promise<void> {
  await deps.jobs.add(tx, TRANSFER_JOB, {}, { key: TRANSFER_JOB, maxAttempts: 3 })
}

/** Whether something waits that nobody works on. */
async function isWaiting(deps: CatalogDeps, now: Date): Promise<boolean> {
  const running = await findRunning(deps.db)
  if (running === null) return (await findNextQueued(deps.db)) !== null
  return running.seen_at === null || Date.parse(running.seen_at) < now.getTime() - LEASE_MS
}

/** The schedule that sees to it that what a killed process left is gone on with. */
export const resumeTransfers =
  (deps: CatalogDeps) =>
  async ({ now }: JobContext): Promise<void> => {
    if (await isWaiting(deps, now())) await deps.db.tx((tx) => queueRun(deps, tx))
  }

/** The schedule that removes what nobody needs any more, with its files. */
export const pruneTransfers =
  (deps: CatalogDeps) =>
  async ({ now }: JobContext): Promise<void> =>
    pruneTransferRows(deps.db, keptSince(now()))
