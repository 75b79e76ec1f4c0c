import type { Shipping } from '@rampart/contracts/shipping.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { ShippingDeps } from './deps.ts'
import { methodView } from './method-view.ts'
import { deleteMethodRow } from './store/methods.ts'

/** Removes a method. Orders keep the name and price they were quoted. */
export const deleteMethod =
  (deps: ShippingDeps): Handler<Shipping, 'deleteMethod'> =>
  async ({ method_id }, context) => {
    await deps.db.tx(async (tx) => {
      const row = await deleteMethodRow(tx, method_id)
      if (row === null) throw context.fail('NOT_FOUND')
      await deps.audit.record(tx, context, {
        action: 'shipping.method-deleted',
        subject_type: 'shipping_method',
        subject_id: row.id,
        before: methodView(row),
      })
    })
    return null
  }
