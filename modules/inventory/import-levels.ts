import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { announceLevels } from './announce-levels.ts'
import type { InventoryDeps } from './deps.ts'
import { addMissingLevels, lockLevels, setLevels } from './store/levels.ts'

/**
 * Sets what is on hand for many variants, set by set; what is reserved stays covered. With `only_new`, the first
 * pieces of products just made: those were audited with their product, and are not once more.
 */
export const importLevels =
  (deps: InventoryDeps): Handler<Inventory, 'importLevels'> =>
  async ({ levels, only_new }, context) => {
    if (levels.length === 0) return null
    const { principal } = context
    const now = context.now()
    const variantIds = levels.map((level) => level.variant_id)
    const actorId = principal.kind === 'staff' ? principal.id : null
    await deps.db.tx(async (tx) => {
      await addMissingLevels(tx, variantIds, now)
      await lockLevels(tx, variantIds)
      const changed = await setLevels(tx, levels, { only_new, actor_id: actorId, now })
      if (changed.length === 0) return
      await announceLevels(deps, tx, changed)
      if (only_new) return
      await deps.audit.record(tx, context, {
        action: 'inventory.imported',
        subject_type: 'stock',
        subject_id: context.request_id,
        after: { variants: levels.length, changed: changed.length },
      })
    })
    return null
  }
