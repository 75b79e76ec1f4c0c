import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'
import type { InventoryDeps } from './deps.ts'
import { lockLocation, renameLocation as rename } from './store/locations.ts'

/** Renames an open location. */
export const renameLocation =
  (deps: InventoryDeps): Handler<Inventory, 'renameLocation'> =>
  async ({ location_id, name }, context) => {
    try {
      return await deps.db.tx(async (tx) => {
        const before = await lockLocation(tx, location_id)
        if (before === null || before.closed_at !== null) throw context.fail('NOT_FOUND')
        const location = await rename(tx, location_id, name, context.now())
        await deps.audit.record(tx, context, {
          action: 'inventory.location-renamed',
          subject_type: 'location',
          subject_id: location_id,
          before: { name: before.name },
          after: { name },
        })
        return location
      })
    } catch (error) {
      if (isUniqueViolation(error, 'locations_name')) throw context.fail('INVENTORY_LOCATION_NAME_TAKEN')
      throw error
    }
  }
