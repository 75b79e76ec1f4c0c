import type { Payments } from '@rampart/contracts/payments.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { PaymentsDeps } from './deps.ts'
import type { PaymentProvider } from './provider.ts'
import { recordState } from './record-state.ts'
import { paymentById, paymentByReference, paymentOfOrder, type PaymentRow } from './store/payment-row.ts'

type Providers = ReadonlyMap<string, PaymentProvider>
type Attempt = OutputOf<Payments, 'confirmStripePayment'>

/** Pays with what Stripe's form made. Whoever knows the payment's random id may pay it. */
export const confirmStripePayment =
  (deps: PaymentsDeps, providers: Providers): Handler<Payments, 'confirmStripePayment'> =>
  async ({ payment_id, confirmation_token }, context) => {
    const payment = await paymentById(deps.db, payment_id)
    if (payment?.provider !== 'stripe') throw context.fail('NOT_FOUND')
    // One that is paid or given up takes no further attempt.
    if (payment.status !== 'pending') return attemptAt(payment)
    const attempt = await confirm(deps, providers, context, payment, { confirmation_token })
    if (attempt === null) throw context.fail('PAYMENTS_BAD_TOKEN')
    return attempt
  }

/** Takes in what Razorpay's form handed to the browser; also for a payment that was given up, to pay it back. */
export const verifyRazorpayPayment =
  (deps: PaymentsDeps, providers: Providers): Handler<Payments, 'verifyRazorpayPayment'> =>
  async ({ razorpay_order_id, ...proof }, context) => {
    const payment = await paymentByReference(deps.db, 'razorpay', razorpay_order_id)
    if (payment === null) throw context.fail('NOT_FOUND')
    const attempt = await confirm(deps, providers, context, payment, proof)
    if (attempt === null) throw context.fail('PAYMENTS_BAD_SIGNATURE')
    return attempt
  }

async function confirm(
  deps: PaymentsDeps,
  providers: Providers,
  context: CallContext,
  payment: PaymentRow,
  proof: Readonly<Record<string, string>>,
): Promise<Attempt | null> {
  const { order_id, provider_reference: reference } = payment
  const return_url = `${deps.settings.public_url}/checkout/return?order_id=${order_id}`
  const confirmed = await providers
    .get(payment.provider)
    ?.confirm?.(context, { reference, return_url, proof })
  if (confirmed === undefined || confirmed === null) return null
  await deps.db.tx((tx) => recordState(deps, tx, context, payment, confirmed.state))
  const after = (await paymentOfOrder(deps.db, order_id)) ?? payment
  const { next_action, declined } = confirmed
  return { ...attemptAt(after), next_action, declined }
}

function attemptAt({ id, status }: PaymentRow): Attempt {
  return { payment_id: id, status, next_action: null, declined: false }
}
