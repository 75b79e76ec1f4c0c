import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { announceLevels } from './announce-levels.ts'
import { applyChange } from './apply-change.ts'
import type { InventoryDeps } from './deps.ts'
import { readChange } from './domain/change.ts'
import { holdPlaces } from './hold-places.ts'
import { addMissingLevels, lockLevels } from './store/levels.ts'

/** Adds to or sets what is on hand. Never goes below what orders have reserved. */
export const adjustStock =
  (deps: InventoryDeps): Handler<Inventory, 'adjustStock'> =>
  async (input, context) => {
    const change = readChange(input.delta, input.quantity)
    if (change === null) throw context.fail('INVENTORY_CHANGE_UNCLEAR')
    return await deps.db.tx(async (tx) => {
      await holdPlaces(tx, context, [input.location_id])
      // The catalogue knows its variants before its event has told us; a person may only name a known one.
      if (context.caller === 'catalog') await addMissingLevels(tx, [input.variant_id], context.now())
      await lockLevels(tx, [input.variant_id])
      const result = await applyChange(tx, context, input, change)
      if (!result.done) throw context.fail(result.code, result.detail)
      const { changed, level } = result
      if (changed.delta !== 0) await announceLevels(deps, tx, [changed])
      await deps.audit.record(tx, context, {
        action: 'inventory.adjusted',
        subject_type: 'variant',
        subject_id: level.variant_id,
        before: { on_hand: level.on_hand - changed.delta },
        after: { on_hand: level.on_hand, note: input.reason ?? null, ...placeOf(input.location_id) },
      })
      return level
    })
  }

const placeOf = (id: string | undefined) => (id === undefined ? {} : { location_id: id })
