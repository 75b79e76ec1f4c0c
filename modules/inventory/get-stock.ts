import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { InventoryDeps } from './deps.ts'
import { findPlaces, findStock } from './store/stock-list.ts'

/** A variant's stock in all and in each location. Without a record, or not the seller's who asks: NOT_FOUND. */
export const getStock =
  (deps: InventoryDeps): Handler<Inventory, 'getStock'> =>
  async ({ variant_id }, context) => {
    const filter = { owner: ownerOf(context), low: false, location_id: null, q: null }
    const [line] = await findStock(deps.db, { ...filter, variant_id, limit: 1, offset: 0 })
    if (line === undefined) throw context.fail('NOT_FOUND')
    return { ...line, locations: await findPlaces(deps.db, variant_id) }
  }
