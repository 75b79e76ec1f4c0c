import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { InventoryDeps } from './deps.ts'
import { countHeld, findHeld } from './store/held.ts'
import { findLevel } from './store/levels.ts'

/** Who holds pieces of a variant, and until when. Without stock record, or not the seller's who asks: NOT_FOUND. */
export const listReservations =
  (deps: InventoryDeps): Handler<Inventory, 'listReservations'> =>
  async ({ variant_id, page, page_size }, context) => {
    const owner = ownerOf(context)
    const [items, total] = await Promise.all([
      findHeld(deps.db, variant_id, owner, { limit: page_size, offset: (page - 1) * page_size }),
      countHeld(deps.db, variant_id, owner),
    ])
    if (total === 0 && (await findLevel(deps.db, variant_id, owner)) === null) throw context.fail('NOT_FOUND')
    return { items, page, page_size, total }
  }
