import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { InventoryDeps } from '../deps.ts'
import { findStockTake, moveStockTake } from '../store/stock-takes.ts'

/** The job that applies a stock take. */
export const APPLY_JOB = 'apply-stock-take'

/** Begins to apply a stock take, or goes on with one that stopped. */
export const applyStockTake =
  (deps: InventoryDeps): Handler<Inventory, 'applyStockTake'> =>
  async ({ stock_take_id: id }, context) => {
    const { principal } = context
    if (principal.kind !== 'staff') throw context.fail('FORBIDDEN')
    const owner = ownerOf(context)
    return await deps.db.tx(async (tx) => {
      const step = { to: 'applying', applied_by: principal.id, finished_at: null } as const
      const take = await moveStockTake(tx, id, owner, { ...step, from: ['checked', 'applying'] })
      if (take === null) {
        const known = await findStockTake(tx, id, owner)
        throw context.fail(known === null ? 'NOT_FOUND' : 'INVENTORY_STOCK_TAKE_OVER')
      }
      await deps.jobs.add(tx, APPLY_JOB, { stock_take_id: id }, { key: id })
      await deps.audit.record(tx, context, {
        action: 'inventory.stock-take-applied',
        subject_type: 'stock_take',
        subject_id: id,
        after: { name: take.name, differing: take.differing },
      })
      return take
    })
  }
