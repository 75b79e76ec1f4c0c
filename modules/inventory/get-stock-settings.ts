import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { InventoryDeps } from './deps.ts'
import { findSettings } from './store/rules.ts'

/** What holds for variants without rules of their own. */
export const getStockSettings =
  (deps: InventoryDeps): Handler<Inventory, 'getStockSettings'> =>
  async () =>
    await findSettings(deps.db)
