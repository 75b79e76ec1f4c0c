import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { InventoryDeps } from './deps.ts'
import { changeSettings } from './store/rules.ts'

/** Changes what holds for variants without rules of their own. The lists show it at once; nobody is alerted by it. */
export const setStockSettings =
  (deps: InventoryDeps): Handler<Inventory, 'setStockSettings'> =>
  async (input, context) => {
    await deps.db.tx(async (tx) => {
      const before = await changeSettings(tx, input)
      await deps.audit.record(tx, context, {
        action: 'inventory.settings-changed',
        subject_type: 'stock',
        subject_id: 'settings',
        before,
        after: input,
      })
    })
    return input
  }
