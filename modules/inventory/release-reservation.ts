import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { InventoryDeps } from './deps.ts'
import { releaseOrder } from './release-order.ts'

/** Gives an order's stock back. */
export const releaseReservation =
  (deps: InventoryDeps): Handler<Inventory, 'releaseReservation'> =>
  async ({ order_id }, context) => {
    await deps.db.tx((tx) => releaseOrder(deps, tx, order_id, context.now()))
    return null
  }
