import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { JobHandler } from '@rampart/platform/jobs/jobs.ts'
import type { CatalogDeps } from './deps.ts'
import { noteTold } from './store/stock-levels.ts'
import { findUntold } from './store/variants.ts'
import { tellListings } from './tell-listings.ts'

const BATCH = 1_000
const SAFETY_MS = 30_000

/**
 * Tells the stock the first pieces of new variants, after they are committed. A process that ends before or after the
 * call loses nothing: the job tells again, and the stock takes only variants it does not know.
 */
export async function tellStock(
  deps: CatalogDeps,
  context: CallContext,
  variantIds: readonly string[] | null,
): Promise<number> {
  const levels = await findUntold(deps.db, variantIds, BATCH)
  if (levels.length === 0) return 0
  await deps.clients.inventory.importLevels(context, { levels, only_new: true })
  await deps.db.tx(async (tx) => {
    const told = levels.map((level) => level.variant_id)
    await tellListings(deps, tx, await noteTold(tx, told))
  })
  return levels.length
}

/** `tellStock` for a command that has succeeded already: what cannot be told now is told by the job. */
export async function tellStockNow(
  deps: CatalogDeps,
  context: CallContext,
  variantIds: readonly string[],
): Promise<void> {
  try {
    for (let start = 0; start < variantIds.length; start += BATCH) {
      await tellStock(deps, context, variantIds.slice(start, start + BATCH))
    }
  } catch (error) {
    deps.log.warn('The stock could not be told of new variants; a job will do it.', { error })
  }
}

/** Queues the safety net in the transaction that adds variants. One waiting job does for all of them. */
export async function queueTelling(deps: CatalogDeps, tx: Tx, now: Date): Promise<void> {
  await deps.jobs.add(tx, 'tell-stock', {}, { key: 'tell-stock', runAt: new Date(now.getTime() + SAFETY_MS) })
}

/** The job: tells of everything the stock was not told of. */
export const tellStockJob =
  (deps: CatalogDeps): JobHandler =>
  async (_payload, { call }) => {
    while ((await tellStock(deps, call, null)) === BATCH);
  }
