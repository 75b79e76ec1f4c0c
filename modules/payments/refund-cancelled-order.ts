import type { Payments } from '@rampart/contracts/payments.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PaymentsDeps } from './deps.ts'
import type { PaymentProvider } from './provider.ts'
import { refundPayment } from './refund-payment.ts'
import { type PaymentRow, paymentOfOrder } from './store/payment-row.ts'

/** Pays back whatever was captured for an order that was cancelled, once. */
export const refundCancelledOrder =
  (
    deps: PaymentsDeps,
    providers: ReadonlyMap<string, PaymentProvider>,
  ): Handler<Payments, 'refundCancelledOrder'> =>
  async (input, context) => {
    const payment = await paymentOfOrder(deps.db, input.order_id)
    if (payment !== null) await refundCancelled(deps, providers, context, payment)
    return null
  }

/** The step itself; it does nothing while nothing is captured. */
export async function refundCancelled(
  deps: PaymentsDeps,
  providers: ReadonlyMap<string, PaymentProvider>,
  context: CallContext,
  payment: PaymentRow,
): Promise<void> {
  if (payment.captured_minor === payment.refunded_minor) return
  await refundPayment(deps, providers, context, payment, {
    amount: null,
    requestKey: `cancelled-order:${payment.order_id}`,
    reason: 'The order was cancelled.',
  })
}
