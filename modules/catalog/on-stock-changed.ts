import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { CatalogDeps } from './deps.ts'
import { hearLevels } from './store/stock-levels.ts'
import { tellListings } from './tell-listings.ts'

/** Takes over what is available. Needs no inbox: an older level than the one known has no effect. */
export const onStockChanged =
  (deps: CatalogDeps): Listener<EventPayload<Inventory, 'inventory.stock-changed.v1'>> =>
  async ({ payload }) => {
    await deps.db.tx(async (tx) => tellListings(deps, tx, await hearLevels(tx, payload.levels)))
  }
