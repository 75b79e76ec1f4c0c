import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { InventoryDeps } from './deps.ts'
import { findLocations } from './store/locations.ts'

/** Where stock may lie. The shop has few. */
export const listLocations =
  (deps: InventoryDeps): Handler<Inventory, 'listLocations'> =>
  async ({ closed }) => ({ items: await findLocations(deps.db, closed) })
