import type { Shipping } from '@rampart/contracts/shipping.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { ShippingDeps } from './deps.ts'
import { methodView } from './method-view.ts'
import { readFields } from './read-fields.ts'
import { lockMethod, updateMethodRow } from './store/methods.ts'

/** Replaces what a method says and costs; its code stays, orders name it. */
export const updateMethod =
  (deps: ShippingDeps): Handler<Shipping, 'updateMethod'> =>
  async (input, context) => {
    return await deps.db.tx(async (tx) => {
      const before = await lockMethod(tx, input.method_id)
      const fields = readFields(input, context, deps, before?.currency ?? null)
      const after = await updateMethodRow(tx, input.method_id, fields, context.now())
      if (before === null || after === null) throw context.fail('NOT_FOUND')
      const view = methodView(after)
      await deps.audit.record(tx, context, {
        action: 'shipping.method-updated',
        subject_type: 'shipping_method',
        subject_id: after.id,
        before: methodView(before),
        after: view,
      })
      return view
    })
  }
