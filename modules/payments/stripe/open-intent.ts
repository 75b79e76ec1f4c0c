import type { PaymentProvider } from '../provider.ts'
import { toStripeAmount } from './amounts.ts'
import { Intent } from './intent.ts'
import { refusalOf, type StripeApi, unexpected } from './stripe-api.ts'

/** Codes that say that this amount or currency cannot be paid. Source: https://docs.stripe.com/error-codes */
const NOT_PAYABLE = new Set(['amount_too_large', 'amount_too_small', 'invalid_charge_amount'])

/**
 * Creates the intent of an order. The key is the order's: a request whose answer was lost finds the intent that it
 * made. The client secret is not kept: the intent is confirmed on our side.
 * Source: https://docs.stripe.com/api/payment_intents/create, https://docs.stripe.com/payments/finalize-payments-on-the-server
 */
export const openIntent =
  (api: StripeApi, publicUrl: string): PaymentProvider['open'] =>
  async (context, { order_id, amount_minor, currency }) => {
    const amount = toStripeAmount(amount_minor, currency)
    if (amount === null) return null
    const { publishable_key } = await api.keys()
    const answer = await api.post(
      context,
      '/v1/payment_intents',
      {
        amount: String(amount),
        currency: currency.toLowerCase(),
        'automatic_payment_methods[enabled]': 'true',
        'metadata[order_id]': order_id,
      },
      `open-${order_id}`,
    )
    const refusal = refusalOf(answer)
    if (refusal !== null) {
      if (NOT_PAYABLE.has(refusal.code ?? '')) return null
      throw unexpected(refusal)
    }
    const intent = Intent.parse(answer.body)
    if (intent.amount !== amount || intent.currency !== currency.toLowerCase())
      throw new Error('Stripe opened a payment of another amount than was asked for.')
    const url = `${publicUrl}/pay/stripe/${order_id}`
    return {
      reference: intent.id,
      next_action: {
        type: 'redirect',
        url,
        form: { provider: 'stripe', publishable_key, amount, currency: intent.currency },
      },
    }
  }
