import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { InventoryDeps } from '../deps.ts'
import { countStockTakes, findStockTakes } from '../store/stock-takes.ts'

/** Stock takes, newest first; a seller's own for them. */
export const listStockTakes =
  (deps: InventoryDeps): Handler<Inventory, 'listStockTakes'> =>
  async ({ page, page_size }, context) => {
    const owner = ownerOf(context)
    const [items, total] = await Promise.all([
      findStockTakes(deps.db, owner, { limit: page_size, offset: (page - 1) * page_size }),
      countStockTakes(deps.db, owner),
    ])
    return { items, page, page_size, total }
  }
