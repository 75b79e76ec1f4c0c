import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { ErrorCodeOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { announceLevels } from './announce-levels.ts'
import type { InventoryDeps } from './deps.ts'
import { shortLines } from './out-of-stock.ts'
import { claimForSale, commitHeld } from './store/commit.ts'
import { reservationStatus } from './store/reserve.ts'
import { takeLines } from './store/take.ts'

type Context = HandlerContext<ErrorCodeOf<Inventory, 'commitReservation'>>

/**
 * Turns an order's held stock into sold stock; once, however often it is called. Stock that went back on the shelf
 * is taken again if there still is enough. An order that never reserved: NOT_FOUND.
 */
export const commitReservation =
  (deps: InventoryDeps): Handler<Inventory, 'commitReservation'> =>
  async ({ order_id }, context) => {
    const { held, committed } = await commitHeld(deps.db, order_id, context.now())
    if (!committed && !(held && (await sellFromAnywhere(deps, context, order_id))))
      await sellAnew(deps, context, order_id)
    return { status: 'committed' }
  }

/** Sells what an order holds where the main location alone has too little. False: it holds nothing any more. */
async function sellFromAnywhere(deps: InventoryDeps, context: Context, orderId: string): Promise<boolean> {
  return await deps.db.tx(async (tx) => {
    if (!(await claimForSale(tx, orderId, 'held', context.now()))) return false
    const { taken } = await takeLines(tx, orderId, true, context.now())
    if (!taken) throw new Error('Lines that are held could not be sold.')
    return true
  })
}

async function sellAnew(deps: InventoryDeps, context: Context, orderId: string): Promise<void> {
  await deps.db.tx(async (tx) => {
    if (await claimForSale(tx, orderId, 'released', context.now())) {
      const result = await takeLines(tx, orderId, false, context.now())
      if (!result.taken) throw context.fail('INVENTORY_OUT_OF_STOCK', shortLines(result.short))
      await announceLevels(deps, tx, result.levels)
      return
    }
    const status = await reservationStatus(tx, orderId)
    if (status === null) throw context.fail('NOT_FOUND')
    // It was reserved or released between the two statements: the next try sees what is so.
    if (status !== 'committed') throw context.fail('UNAVAILABLE')
  })
}
