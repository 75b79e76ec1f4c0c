import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from './deps.ts'
import { type OrderStatus, sourcesOf } from './domain/states.ts'
import { moveRest } from './fulfilment/move-rest.ts'
import { orderView } from './order-view.ts'
import { ownerOf } from './owner.ts'
import { changeStatus } from './store/change-status.ts'
import { findOrder } from './store/find-order.ts'

const eventOf = {
  shipped: 'orders.order-shipped.v1',
  delivered: 'orders.order-delivered.v1',
} as const

/** Takes an order one step further. Cancelling has an operation of its own, which also gives back money and stock. */
export const updateStatus =
  (deps: OrdersDeps): Handler<Orders, 'updateStatus'> =>
  async (input, context) => {
    const owner = ownerOf(context.principal)
    const target: OrderStatus = input.status
    const from = target === 'cancelled' ? [] : sourcesOf(target, 'staff')
    const { carrier, tracking_number, tracking_url } = input
    const row = await deps.db.tx(async (tx) => {
      if (target === 'shipped' || target === 'delivered')
        await moveRest(deps, tx, input.order_id, target, { carrier, tracking_number, tracking_url })
      const changed = await changeStatus(tx, {
        id: input.order_id,
        owner,
        from,
        to: target,
        note: input.note ?? null,
        actorId: context.principal.kind === 'staff' ? context.principal.id : null,
        carrier: carrier ?? null,
        trackingNumber: tracking_number ?? null,
        trackingUrl: tracking_url ?? null,
      })
      const order = await findOrder(tx, input.order_id, owner)
      if (order === null) throw context.fail('NOT_FOUND')
      if (changed === null) throw context.fail('ORDERS_STEP_NOT_ALLOWED')
      if (target === 'shipped' || target === 'delivered') {
        await deps.outbox.add(tx, eventOf[target], { order_id: order.id }, { key: order.id })
      }
      await deps.audit.record(tx, context, {
        action: `orders.${target}`,
        subject_type: 'order',
        subject_id: order.id,
        before: { status: changed.before },
        after: { status: target, tracking_number: order.tracking_number },
      })
      return order
    })
    return orderView(deps, row, 'staff')
  }
