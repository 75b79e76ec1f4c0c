import type { Orders } from '@rampart/contracts/orders.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from './deps.ts'
import { orderView } from './order-view.ts'
import { ownerOf } from './owner.ts'
import { findOrder } from './store/find-order.ts'
import { correctOrder } from './store/correct-order.ts'

/** Corrects the address or the note of an order that has not left the house. */
export const updateOrder =
  (deps: OrdersDeps): Handler<Orders, 'updateOrder'> =>
  async (input, context) => {
    const owner = ownerOf(context.principal)
    const row = await deps.db.tx(async (tx) => {
      const before = await correctOrder(tx, input.order_id, owner, input)
      const after = await findOrder(tx, input.order_id, owner)
      if (after === null) throw context.fail('NOT_FOUND')
      if (before === null) throw context.fail('ORDERS_NOT_EDITABLE')
      await deps.audit.record(tx, context, {
        action: 'orders.corrected',
        subject_type: 'order',
        subject_id: after.id,
        // Which fields, not what they say: the log is kept for longer than anybody may know where a buyer lives.
        after: { changed: Object.keys(fieldsOf(input)) },
      })
      return after
    })
    return orderView(deps, row, 'staff')
  }

function fieldsOf({ order_id: _id, ...fields }: ParsedInputOf<Orders, 'updateOrder'>) {
  return fields
}
