import type { Tx } from '@rampart/platform/db/db.ts'
import { announceLevels } from './announce-levels.ts'
import type { InventoryDeps } from './deps.ts'
import { lockOrBury, releaseHeld } from './store/release.ts'
import { restockCommitted } from './store/restock.ts'

/**
 * Gives an order's stock back, whatever became of it: held pieces become available, sold ones return to the shelf,
 * and an order that never reserved cannot do so any more. Again: no effect.
 */
export async function releaseOrder(deps: InventoryDeps, tx: Tx, orderId: string, now: Date): Promise<void> {
  const status = await lockOrBury(tx, orderId, now)
  if (status === 'held') await announceLevels(deps, tx, await releaseHeld(tx, orderId, now))
  if (status === 'committed') await announceLevels(deps, tx, await restockCommitted(tx, orderId, now))
}
