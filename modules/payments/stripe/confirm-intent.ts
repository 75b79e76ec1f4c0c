import type { ConfirmRequest, PaymentProvider } from '../provider.ts'
import { intentOf, pathOf } from './fetch-intent.ts'
import { Intent, redirectOf, stateOf } from './intent.ts'
import { refusalOf, type StripeApi } from './stripe-api.ts'

/** By its form no other kind of object than a ConfirmationToken. */
const TOKEN = /^ctoken_\w{1,200}$/

/**
 * Confirms an intent with the ConfirmationToken that Stripe's form made. A bank that wants 3-D Secure is a redirect;
 * a refused card leaves the payment open.
 * Source: https://docs.stripe.com/api/payment_intents/confirm, https://docs.stripe.com/payments/payment-element/migration-ct
 */
export const confirmIntent =
  (api: StripeApi): NonNullable<PaymentProvider['confirm']> =>
  async (context, { reference, return_url, proof }: ConfirmRequest) => {
    const token = proof['confirmation_token'] ?? ''
    if (!TOKEN.test(token)) return null
    const form = { confirmation_token: token, return_url }
    const answer = await api.post(
      context,
      `${pathOf(reference)}/confirm`,
      form,
      `confirm-${reference}-${token}`,
    )
    const refusal = refusalOf(answer)
    // Whatever was refused, the intent itself says how the payment stands: the same token may have come before.
    const intent = refusal === null ? Intent.parse(answer.body) : await intentOf(api, context, reference)
    if (intent.id !== reference) throw new Error('Stripe confirmed another payment than was asked for.')
    return {
      state: stateOf(intent),
      next_action: redirectOf(intent),
      declined: intent.status === 'requires_payment_method',
    }
  }
