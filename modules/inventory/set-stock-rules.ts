import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import { announceLevels } from './announce-levels.ts'
import type { InventoryDeps } from './deps.ts'
import { lockLevels } from './store/levels.ts'
import { changeRules } from './store/rules.ts'

/** Says when a variant is low and what may be ordered beyond it. A new limit is told as a change of what can be ordered. */
export const setStockRules =
  (deps: InventoryDeps): Handler<Inventory, 'setStockRules'> =>
  async (input, context) =>
    await deps.db.tx(async (tx) => {
      await lockLevels(tx, [input.variant_id])
      const row = await changeRules(tx, { ...input, now: context.now() }, ownerOf(context))
      if (row === null) throw context.fail('NOT_FOUND')
      const { low_stock_threshold, backorder_limit, before } = row
      if (backorder_limit !== before.backorder_limit) await announceLevels(deps, tx, [row])
      await deps.audit.record(tx, context, {
        action: 'inventory.rules-changed',
        subject_type: 'variant',
        subject_id: row.variant_id,
        before,
        after: { low_stock_threshold, backorder_limit },
      })
      const { variant_id, on_hand, reserved, available } = row
      return { variant_id, on_hand, reserved, available, low_stock_threshold, backorder_limit }
    })
