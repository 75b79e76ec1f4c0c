import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { InventoryDeps } from './deps.ts'
import { countStock, findStock } from './store/stock-list.ts'

/** What is at its threshold or below; a seller's own for them. */
export const listLowStock =
  (deps: InventoryDeps): Handler<Inventory, 'listLowStock'> =>
  async ({ page, page_size }, context) => {
    const filter = { owner: ownerOf(context), variant_id: null, low: true, location_id: null, q: null }
    const [items, total] = await Promise.all([
      findStock(deps.db, { ...filter, limit: page_size, offset: (page - 1) * page_size }),
      countStock(deps.db, filter),
    ])
    return { items, page, page_size, total }
  }
