import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from './deps.ts'
import { sourcesOf } from './domain/states.ts'
import { orderView } from './order-view.ts'
import { ownerOfOrder } from './owner.ts'
import { changeStatus } from './store/change-status.ts'
import { findOrder } from './store/find-order.ts'
import { moveShipments } from './store/shipments.ts'
import { undoPurchase } from './undo-purchase.ts'

/** Cancels an order. Its stock returns and its payment is refunded by those who hear the event. */
export const cancelOrder =
  (deps: OrdersDeps): Handler<Orders, 'cancelOrder'> =>
  async (input, context) => {
    const owner = ownerOfOrder(deps, context.principal, input.order_id, input.token)
    const reason = input.reason ?? null
    const row = await deps.db.tx(async (tx) => {
      const changed = await changeStatus(tx, {
        id: input.order_id,
        owner,
        from: sourcesOf('cancelled', owner.kind),
        to: 'cancelled',
        note: reason,
        actorId: actorId(context),
        paymentStatus: 'cancelled',
      })
      if (changed !== null)
        await moveShipments(tx, input.order_id, { ids: null, seller: null, to: 'cancelled' })
      const order = await findOrder(tx, input.order_id, owner)
      if (order === null) throw context.fail('NOT_FOUND')
      if (changed === null) throw context.fail('ORDERS_NOT_CANCELLABLE')
      const was_paid = changed.payment_before !== 'pending'
      await deps.outbox.add(
        tx,
        'orders.order-cancelled.v1',
        { order_id: order.id, reason: 'cancelled', was_paid },
        { key: order.id },
      )
      if (was_paid) await undoPurchase(deps, tx, order.id)
      await deps.audit.record(tx, context, {
        action: 'orders.cancelled',
        subject_type: 'order',
        subject_id: order.id,
        before: { status: changed.before },
        after: { status: 'cancelled' },
      })
      return order
    })
    return orderView(deps, row, owner.kind)
  }

function actorId({ principal }: { principal: { kind: string; id?: string } }): string | null {
  return principal.id ?? null
}
