import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { CheckoutDeps } from './deps.ts'
import { endProcess } from './store/process-row.ts'

export type AbandonReason = 'payment_failed' | 'payment_expired' | 'out_of_stock' | 'not_started'

/**
 * Undoes a purchase: order, payment, stock, coupons and gift cards, in this order, each step harmless when repeated. What was paid in the
 * meantime is paid back. Answers false, and undoes nothing, when the order turns out to be paid.
 */
export async function abandonProcess(
  deps: CheckoutDeps,
  context: CallContext,
  orderId: string,
  reason: AbandonReason,
): Promise<boolean> {
  const { status } = await deps.clients.orders.abandonOrder(context, { order_id: orderId, reason })
  if (status !== null && status !== 'cancelled') return false
  const payment = await deps.clients.payments.cancelPayment(context, { order_id: orderId })
  if (payment?.status === 'captured')
    await deps.clients.payments.refundCancelledOrder(context, { order_id: orderId })
  await deps.clients.inventory.releaseReservation(context, { order_id: orderId })
  await deps.clients.pricing.releaseForOrder(context, { order_id: orderId })
  await endProcess(deps.db, orderId, 'abandoned')
  return true
}
