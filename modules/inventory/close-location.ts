import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { InventoryDeps } from './deps.ts'
import { closeEmpty, lockLocation } from './store/locations.ts'

/** Closes a location in which nothing lies. What brings pieces there holds it open, so none arrives meanwhile. */
export const closeLocation =
  (deps: InventoryDeps): Handler<Inventory, 'closeLocation'> =>
  async ({ location_id }, context) =>
    await deps.db.tx(async (tx) => {
      const before = await lockLocation(tx, location_id)
      if (before === null || before.closed_at !== null) throw context.fail('NOT_FOUND')
      const location = before.is_main ? null : await closeEmpty(tx, location_id, context.now())
      if (location === null) throw context.fail('INVENTORY_LOCATION_IN_USE')
      await deps.audit.record(tx, context, {
        action: 'inventory.location-closed',
        subject_type: 'location',
        subject_id: location_id,
        before: { name: before.name },
      })
      return location
    })
