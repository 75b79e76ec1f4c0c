import type { Tx } from '@rampart/platform/db/db.ts'
import type { InventoryDeps } from './deps.ts'
import type { ChangedLevel } from './store/level-row.ts'

/** Levels in one event at most. */
const PER_EVENT = 500

/** Tells what is available now, in the transaction of the change: one event for 500 levels, none for no level. */
export async function announceLevels(
  deps: InventoryDeps,
  tx: Tx,
  levels: readonly ChangedLevel[],
): Promise<void> {
  for (let start = 0; start < levels.length; start += PER_EVENT) {
    await deps.outbox.add(tx, 'inventory.stock-changed.v1', {
      levels: levels.slice(start, start + PER_EVENT),
    })
  }
}
