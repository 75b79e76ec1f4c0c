import type { Inventory } from '@rampart/contracts/inventory.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { InventoryDeps } from './deps.ts'
import { holdPlaces } from './hold-places.ts'
import { findLevel, lockLevels } from './store/levels.ts'
import { movePieces } from './store/transfer.ts'

/** Moves pieces of a variant from one open location to another. What is on hand in all stays. */
export const transferStock =
  (deps: InventoryDeps): Handler<Inventory, 'transferStock'> =>
  async (input, context) => {
    const { variant_id, from_location_id: from, to_location_id: to, quantity } = input
    if (from === to) {
      const message = 'Choose another location than the one the pieces are in.'
      throw context.fail('VALIDATION_FAILED', { errors: [{ path: 'to_location_id', message }] })
    }
    const { principal } = context
    const owner = ownerOf(context)
    return await deps.db.tx(async (tx) => {
      await holdPlaces(tx, context, [from, to])
      await lockLevels(tx, [variant_id])
      const transfer = {
        ...{ variant_id, from, to, quantity },
        note: input.reason ?? null,
        reference: newId(),
        actor_id: principal.kind === 'staff' ? principal.id : null,
        now: context.now(),
      }
      const level = await movePieces(tx, transfer, owner)
      if (level === null) {
        const known = await findLevel(tx, variant_id, owner)
        throw context.fail(known === null ? 'NOT_FOUND' : 'INVENTORY_LOCATION_SHORT')
      }
      await deps.audit.record(tx, context, {
        action: 'inventory.transferred',
        subject_type: 'variant',
        subject_id: variant_id,
        after: { from, to, quantity, note: transfer.note },
      })
      return level
    })
  }
