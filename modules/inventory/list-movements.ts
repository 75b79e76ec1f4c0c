import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { InventoryDeps } from './deps.ts'
import { readCursor } from './domain/cursor.ts'
import { findLevel } from './store/levels.ts'
import { findMovements } from './store/movements.ts'

/** A variant's ledger, newest first. A variant without stock record, or not the seller's who asks: NOT_FOUND. */
export const listMovements =
  (deps: InventoryDeps): Handler<Inventory, 'listMovements'> =>
  async (input, context) => {
    const before = input.cursor === undefined ? null : readCursor(input.cursor)
    if (input.cursor !== undefined && before === null) throw context.fail('INVENTORY_BAD_CURSOR')
    const owner = ownerOf(context)
    const of = { variant_id: input.variant_id, location_id: input.location_id ?? null, owner }
    const rows = await findMovements(deps.db, of, before, input.limit + 1)
    if (rows.length === 0 && (await findLevel(deps.db, input.variant_id, owner)) === null)
      throw context.fail('NOT_FOUND')
    const shown = rows.slice(0, input.limit)
    const last = rows.length > input.limit ? shown.at(-1) : undefined
    return {
      items: shown.map(({ seq: _seq, ...movement }) => movement),
      next_cursor: last === undefined ? null : String(last.seq),
    }
  }
