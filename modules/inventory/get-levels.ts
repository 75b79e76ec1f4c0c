import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { InventoryDeps } from './deps.ts'
import { findLevels } from './store/levels.ts'

/** Levels of variants, in one statement. */
export const getLevels =
  (deps: InventoryDeps): Handler<Inventory, 'getLevels'> =>
  async (input) => ({ levels: await findLevels(deps.db, input.variant_ids) })
