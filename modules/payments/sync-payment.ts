import type { Payments } from '@rampart/contracts/payments.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PaymentsDeps } from './deps.ts'
import { paymentView } from './payment-view.ts'
import type { PaymentProvider } from './provider.ts'
import { providerOf } from './providers.ts'
import { recordState } from './record-state.ts'
import { paymentOfOrder } from './store/payment-row.ts'

/** Asks the provider about a pending payment and records what it says. */
export const syncPayment =
  (deps: PaymentsDeps, providers: ReadonlyMap<string, PaymentProvider>): Handler<Payments, 'syncPayment'> =>
  async (input, context) => {
    const payment = await paymentOfOrder(deps.db, input.order_id)
    if (payment === null) return null
    if (payment.status !== 'pending') return paymentView(payment)
    const state = await providerOf(providers, payment.provider).fetch(context, payment.provider_reference)
    if (state.status === 'open') return paymentView(payment)
    await deps.db.tx((tx) => recordState(deps, tx, context, payment, state))
    const after = await paymentOfOrder(deps.db, input.order_id)
    return after === null ? null : paymentView(after)
  }
