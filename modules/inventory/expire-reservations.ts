import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import { announceLevels } from './announce-levels.ts'
import type { InventoryDeps } from './deps.ts'
import { releaseExpired } from './store/release.ts'

/** Orders in one transaction at most: its locks are held for milliseconds. */
const BATCH = 100

/** Makes the stock of reservations past their time available again. */
export const expireReservations =
  (deps: InventoryDeps) =>
  async (context: JobContext): Promise<void> => {
    for (;;) {
      const { orders } = await deps.db.tx(async (tx) => {
        const freed = await releaseExpired(tx, context.now(), BATCH)
        await announceLevels(deps, tx, freed.levels)
        return freed
      })
      if (orders < BATCH) return
    }
  }
