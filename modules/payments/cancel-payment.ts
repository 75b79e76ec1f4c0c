import type { Payments } from '@rampart/contracts/payments.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PaymentsDeps } from './deps.ts'
import { paymentView } from './payment-view.ts'
import type { PaymentProvider } from './provider.ts'
import { providerOf } from './providers.ts'
import { recordState } from './record-state.ts'
import { type PaymentRow, paymentOfOrder } from './store/payment-row.ts'

/** Closes an order's open payment, so that it cannot be paid any more. */
export const cancelPayment =
  (deps: PaymentsDeps, providers: ReadonlyMap<string, PaymentProvider>): Handler<Payments, 'cancelPayment'> =>
  async (input, context) => {
    const row = await closeAtProvider(deps, providers, context, input.order_id)
    return row === null ? null : paymentView(row)
  }

/** Closes the payment if it is pending, and answers how it stands. */
export async function closeAtProvider(
  deps: PaymentsDeps,
  providers: ReadonlyMap<string, PaymentProvider>,
  context: CallContext,
  orderId: string,
): Promise<PaymentRow | null> {
  const payment = await paymentOfOrder(deps.db, orderId)
  if (payment?.status !== 'pending') return payment
  const state = await providerOf(providers, payment.provider).cancel(context, payment.provider_reference)
  await deps.db.tx((tx) => recordState(deps, tx, context, payment, state))
  return paymentOfOrder(deps.db, orderId)
}
