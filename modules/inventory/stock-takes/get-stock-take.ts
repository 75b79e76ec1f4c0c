import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { InventoryDeps } from '../deps.ts'
import { findStockTake } from '../store/stock-takes.ts'

/** A stock take and how far it is. */
export const getStockTake =
  (deps: InventoryDeps): Handler<Inventory, 'getStockTake'> =>
  async ({ stock_take_id }, context) => {
    const take = await findStockTake(deps.db, stock_take_id, ownerOf(context))
    if (take === null) throw context.fail('NOT_FOUND')
    return take
  }
