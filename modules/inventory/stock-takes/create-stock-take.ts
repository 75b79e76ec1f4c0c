import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { InventoryDeps } from '../deps.ts'
import { MAIN_LOCATION } from '../domain/locations.ts'
import { readCounts } from '../domain/read-counts.ts'
import { holdPlaces } from '../hold-places.ts'
import { findStockTake } from '../store/stock-takes.ts'
import { insertStockTake } from '../store/write-stock-take.ts'
import { parseCsv } from './parse-csv.ts'

/** Keeps counts and compares them with the stock. Nothing moves. */
export const createStockTake =
  (deps: InventoryDeps): Handler<Inventory, 'createStockTake'> =>
  async ({ name, location_id = MAIN_LOCATION, csv }, context) => {
    const { principal } = context
    if (principal.kind !== 'staff') throw context.fail('FORBIDDEN')
    const read = parseCsv(csv)
    if ('problem' in read) throw context.fail('INVENTORY_COUNTS_UNREADABLE', { errors: [read.problem] })
    const lines = readCounts(read.rows)
    if (lines === null || lines.length === 0) throw context.fail('INVENTORY_COUNTS_UNREADABLE')
    const owner = ownerOf(context)
    const take = { id: newId(), name, location_id, owner, created_by: principal.id, now: context.now() }
    return await deps.db.tx(async (tx) => {
      await holdPlaces(tx, context, [location_id])
      await insertStockTake(tx, take, lines)
      const row = await findStockTake(tx, take.id, owner)
      if (row === null) throw new Error('A stock take that was just written is not there.')
      await deps.audit.record(tx, context, {
        action: 'inventory.stock-take-uploaded',
        subject_type: 'stock_take',
        subject_id: take.id,
        after: { name, location_id, lines: row.lines, differing: row.differing, problems: row.problems },
      })
      return row
    })
  }
