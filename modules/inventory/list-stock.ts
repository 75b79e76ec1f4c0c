import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { InventoryDeps } from './deps.ts'
import { countStock, findStock } from './store/stock-list.ts'

/** The stock as the back office lists it; a seller's own for them. */
export const listStock =
  (deps: InventoryDeps): Handler<Inventory, 'listStock'> =>
  async ({ page, page_size, low, variant_id, location_id, q }, context) => {
    const filter = {
      owner: ownerOf(context),
      variant_id: variant_id ?? null,
      low: low === true,
      location_id: location_id ?? null,
      q: q === undefined || q === '' ? null : q,
    }
    const [items, total] = await Promise.all([
      findStock(deps.db, { ...filter, limit: page_size, offset: (page - 1) * page_size }),
      countStock(deps.db, filter),
    ])
    return { items, page, page_size, total }
  }
