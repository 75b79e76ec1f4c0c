import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from './deps.ts'
import { sourcesOf } from './domain/states.ts'
import { everyOrder } from './owner.ts'
import { changeStatus, statusOf } from './store/change-status.ts'

/** Records that an order is paid, once. Answers where it stands afterwards: `cancelled` when that came first. */
export const markPaid =
  (deps: OrdersDeps): Handler<Orders, 'markPaid'> =>
  async (input, context) =>
    deps.db.tx(async (tx) => {
      const changed = await changeStatus(tx, {
        id: input.order_id,
        owner: everyOrder,
        from: sourcesOf('paid', 'checkout'),
        to: 'paid',
        note: null,
        actorId: null,
        paymentStatus: 'captured',
      })
      if (changed === null) return { status: await statusOf(tx, input.order_id) }
      await deps.outbox.add(tx, 'orders.order-paid.v1', { order_id: input.order_id }, { key: input.order_id })
      await deps.audit.record(tx, context, {
        action: 'orders.paid',
        subject_type: 'order',
        subject_id: input.order_id,
        before: { status: changed.before },
        after: { status: 'paid' },
      })
      return { status: 'paid' }
    })
