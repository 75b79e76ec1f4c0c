import type { Orders } from '@rampart/contracts/orders.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { OrdersDeps } from './deps.ts'
import { sourcesOf } from './domain/states.ts'
import { everyOrder } from './owner.ts'
import { changeStatus, statusOf } from './store/change-status.ts'

export type AbandonReason = 'payment_failed' | 'payment_expired' | 'out_of_stock' | 'not_started'

/** Cancels an order that was never paid. Answers where it stands afterwards; null when there is none. */
export const abandonOrder =
  (deps: OrdersDeps): Handler<Orders, 'abandonOrder'> =>
  async (input, context) =>
    deps.db.tx(async (tx) => {
      const abandoned = await abandon(deps, tx, context, input.order_id, input.reason)
      return { status: abandoned ? 'cancelled' : await statusOf(tx, input.order_id) }
    })

/** The step itself. Answers false when the order does not wait for a payment any more. */
export async function abandon(
  deps: OrdersDeps,
  tx: Tx,
  context: CallContext,
  orderId: string,
  reason: AbandonReason,
): Promise<boolean> {
  const changed = await changeStatus(tx, {
    id: orderId,
    owner: everyOrder,
    from: sourcesOf('cancelled', 'checkout'),
    to: 'cancelled',
    note: reason,
    actorId: null,
    paymentStatus: reason === 'payment_failed' ? 'failed' : 'cancelled',
  })
  if (changed === null) return false
  await deps.outbox.add(
    tx,
    'orders.order-cancelled.v1',
    { order_id: orderId, reason, was_paid: false },
    { key: orderId },
  )
  await deps.audit.record(tx, context, {
    action: 'orders.abandoned',
    subject_type: 'order',
    subject_id: orderId,
    before: { status: changed.before },
    after: { status: 'cancelled', reason },
  })
  return true
}
