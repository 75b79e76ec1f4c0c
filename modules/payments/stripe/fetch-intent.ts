import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { PaymentProvider } from '../provider.ts'
import { Intent, stateOf } from './intent.ts'
import { refusalOf, type StripeApi, unexpected } from './stripe-api.ts'

/** The intent as it stands. @throws when Stripe knows no such intent, or names another */
export async function intentOf(api: StripeApi, context: CallContext, reference: string): Promise<Intent> {
  const answer = await api.get(context, pathOf(reference))
  const refusal = refusalOf(answer)
  if (refusal !== null) throw unexpected(refusal)
  const intent = Intent.parse(answer.body)
  if (intent.id !== reference) throw new Error('Stripe told about another payment than was asked for.')
  return intent
}

/** Looks an intent up; one that was authorised and no more is captured. Source: https://docs.stripe.com/api/payment_intents/capture */
export const fetchIntent =
  (api: StripeApi): PaymentProvider['fetch'] =>
  async (context, reference) => {
    const intent = await intentOf(api, context, reference)
    if (intent.status !== 'requires_capture') return stateOf(intent)
    // Without a key: a capture that comes twice is refused, and a refusal must not be remembered.
    await api.post(context, `${pathOf(reference)}/capture`, {})
    return stateOf(await intentOf(api, context, reference))
  }

/**
 * Cancels an intent. One that is being paid, or was, cannot be cancelled: how it stands is the answer.
 * Source: https://docs.stripe.com/api/payment_intents/cancel
 */
export const cancelIntent =
  (api: StripeApi): PaymentProvider['cancel'] =>
  async (context, reference) => {
    await api.post(context, `${pathOf(reference)}/cancel`, { cancellation_reason: 'abandoned' })
    return stateOf(await intentOf(api, context, reference))
  }

/** The address of an intent. */
export function pathOf(reference: string): string {
  return `/v1/payment_intents/${encodeURIComponent(reference)}`
}
