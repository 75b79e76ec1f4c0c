import type { NextAction } from '@rampart/contracts/shared-fields.ts'
import { z } from 'zod'
import type { ProviderState } from '../provider.ts'
import { fromStripeAmount } from './amounts.ts'

/** The part of a PaymentIntent that is read. Source: https://docs.stripe.com/api/payment_intents/object */
export const Intent = z.object({
  id: z.string().regex(/^pi_\w{1,200}$/),
  object: z.literal('payment_intent'),
  amount: z.int().min(0),
  amount_received: z.int().min(0).default(0),
  currency: z.string().regex(/^[a-z]{3}$/),
  status: z.enum([
    'requires_payment_method',
    'requires_confirmation',
    'requires_action',
    'processing',
    'requires_capture',
    'canceled',
    'succeeded',
  ]),
  next_action: z
    .object({ type: z.string(), redirect_to_url: z.object({ url: z.string() }).nullish() })
    .nullish(),
})

export type Intent = z.infer<typeof Intent>

/**
 * A failed attempt leaves an intent open: it asks for another payment method, until it is cancelled.
 * Source: https://docs.stripe.com/payments/paymentintents/lifecycle
 */
export function stateOf(intent: Intent): ProviderState {
  if (intent.status === 'succeeded')
    return { status: 'captured', ...fromStripeAmount(intent.amount_received, intent.currency) }
  const status = intent.status === 'canceled' ? 'cancelled' : 'open'
  return { status, ...fromStripeAmount(intent.amount, intent.currency) }
}

/** Where the shopper goes for 3-D Secure; null when no step, or none that is a redirect, is wanted. */
export function redirectOf({ status, next_action }: Intent): z.infer<typeof NextAction> {
  const url = next_action?.redirect_to_url?.url
  if (status !== 'requires_action' || url === undefined) return null
  if (!url.startsWith('https://')) throw new Error('Stripe told to go to an address that is not https.')
  return { type: 'redirect', url }
}
