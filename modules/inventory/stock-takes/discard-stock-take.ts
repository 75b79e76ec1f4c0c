import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { InventoryDeps } from '../deps.ts'
import { findStockTake, moveStockTake } from '../store/stock-takes.ts'

/** Discards a stock take that was not applied. Its lines stay to be looked at. */
export const discardStockTake =
  (deps: InventoryDeps): Handler<Inventory, 'discardStockTake'> =>
  async ({ stock_take_id: id }, context) => {
    const owner = ownerOf(context)
    return await deps.db.tx(async (tx) => {
      const step = { from: ['checked'], to: 'discarded', finished_at: context.now() } as const
      const take = await moveStockTake(tx, id, owner, step)
      if (take === null) {
        const known = await findStockTake(tx, id, owner)
        throw context.fail(known === null ? 'NOT_FOUND' : 'INVENTORY_STOCK_TAKE_OVER')
      }
      await deps.audit.record(tx, context, {
        action: 'inventory.stock-take-discarded',
        subject_type: 'stock_take',
        subject_id: id,
        before: { name: take.name, differing: take.differing },
      })
      return take
    })
  }
