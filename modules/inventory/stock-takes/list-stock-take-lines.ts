import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { InventoryDeps } from '../deps.ts'
import { findLines } from '../store/stock-take-lines.ts'
import { findStockTake } from '../store/stock-takes.ts'

/** The lines of a stock take, in the order of the file. */
export const listStockTakeLines =
  (deps: InventoryDeps): Handler<Inventory, 'listStockTakeLines'> =>
  async ({ stock_take_id, show, page, page_size }, context) => {
    const take = await findStockTake(deps.db, stock_take_id, ownerOf(context))
    if (take === null) throw context.fail('NOT_FOUND')
    const stretch = { limit: page_size, offset: (page - 1) * page_size }
    return { ...(await findLines(deps.db, take.id, show, stretch)), page, page_size }
  }
