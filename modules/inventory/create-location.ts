import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { InventoryDeps } from './deps.ts'
import { insertLocation } from './store/locations.ts'

/** Adds a location; open ones have different names. */
export const createLocation =
  (deps: InventoryDeps): Handler<Inventory, 'createLocation'> =>
  async ({ name }, context) =>
    await deps.db.tx(async (tx) => {
      const location = await insertLocation(tx, { id: newId(), name, now: context.now() })
      if (location === null) throw context.fail('INVENTORY_LOCATION_NAME_TAKEN')
      await deps.audit.record(tx, context, {
        action: 'inventory.location-created',
        subject_type: 'location',
        subject_id: location.id,
        after: { name },
      })
      return location
    })
