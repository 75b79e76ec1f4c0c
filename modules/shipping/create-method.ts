import type { Shipping } from '@rampart/contracts/shipping.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { ShippingDeps } from './deps.ts'
import { methodView } from './method-view.ts'
import { readFields } from './read-fields.ts'
import { insertMethod } from './store/methods.ts'

/** Adds a flat-rate method. */
export const createMethod =
  (deps: ShippingDeps): Handler<Shipping, 'createMethod'> =>
  async (input, context) => {
    const fields = readFields(input, context, deps, null)
    return await deps.db.tx(async (tx) => {
      const row = await insertMethod(tx, newId(), input.code, fields, context.now())
      if (row === null) throw context.fail('SHIPPING_CODE_TAKEN')
      const view = methodView(row)
      await deps.audit.record(tx, context, {
        action: 'shipping.method-created',
        subject_type: 'shipping_method',
        subject_id: row.id,
        after: view,
      })
      return view
    })
  }
