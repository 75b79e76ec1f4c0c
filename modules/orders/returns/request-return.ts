import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { OrdersDeps } from '../deps.ts'
import { everyOrder, ownerOfOrder } from '../owner.ts'
import { announceReturn } from './announce-return.ts'
import { returnableUntil } from './domain/period.ts'
import { returnView } from './return-view.ts'
import { insertReturn, linesOfOrder, lockDelivered } from './store/request-return.ts'
import { findReturnSettings } from './store/return-settings.ts'
import { findReturn } from './store/return-row.ts'

/** Begins a return. Requests for the last piece of a line come one after the other; the first has it. */
export const requestReturn =
  (deps: OrdersDeps): Handler<Orders, 'requestReturn'> =>
  async (input, context) => {
    const { order_id, lines } = input
    const owner = ownerOfOrder(deps, context.principal, order_id, input.token)
    const ids = lines.map(({ line_id }) => line_id)
    const now = context.now()
    const row = await deps.db.tx(async (tx) => {
      const order = await lockDelivered(tx, order_id, owner)
      if (order === null) throw context.fail('NOT_FOUND')
      if ((await linesOfOrder(tx, order_id, ids)).length < ids.length) {
        throw context.fail('ORDERS_RETURN_BAD_LINES')
      }
      if (order.delivered_at === null) throw context.fail('ORDERS_NOT_RETURNABLE')
      const { period_days } = await findReturnSettings(tx)
      const until = returnableUntil(order.delivered_at, period_days)
      if (owner.kind === 'buyer' && (until === null || until < now)) {
        throw context.fail('ORDERS_RETURN_PERIOD_OVER')
      }
      const id = newId()
      const { principal } = context
      const actor_id = principal.kind === 'staff' ? principal.id : null
      const request = { id, order_id, lines, note: input.note ?? null, actor_id, now }
      if (!(await insertReturn(tx, request))) throw context.fail('ORDERS_RETURN_TOO_MANY')
      const begun = await findReturn(tx, id, everyOrder)
      if (begun === null) throw context.fail('NOT_FOUND')
      await announceReturn(deps, tx, begun, null)
      await deps.audit.record(tx, context, {
        action: 'orders.return-requested',
        subject_type: 'return',
        subject_id: id,
        after: { order_id, number: begun.number, lines },
      })
      return begun
    })
    return returnView(row, owner.kind)
  }
