import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { announceLevels } from './announce-levels.ts'
import type { InventoryDeps } from './deps.ts'
import { shortLines } from './out-of-stock.ts'
import { reservationStatus, reserveLines } from './store/reserve.ts'

/** Holds stock for an order: all lines or none. The order again: the status its reservation has by now. */
export const reserveStock =
  (deps: InventoryDeps): Handler<Inventory, 'reserveStock'> =>
  async ({ order_id, lines, expires_in_seconds }, context) => {
    const now = context.now()
    const expires_at = new Date(now.getTime() + expires_in_seconds * 1_000)
    const status = await deps.db.tx(async (tx) => {
      const result = await reserveLines(tx, { order_id, lines, expires_at, now })
      if (result.status !== null) return result.status
      if (result.short.length > 0) throw context.fail('INVENTORY_OUT_OF_STOCK', shortLines(result.short))
      if (result.held) {
        await announceLevels(deps, tx, result.levels)
        return 'held'
      }
      // Another call for the same order was faster and has committed by now.
      const found = result.claimed ? null : await reservationStatus(tx, order_id)
      if (found === null) throw new Error('A reservation was neither made nor found.')
      return found
    })
    return { status }
  }
