import { z } from 'zod'
import type { ProviderNews } from '../provider.ts'
import { isDigestOf, readJson } from '../webhook-digest.ts'
import { fromStripeAmount } from './amounts.ts'
import { Intent, stateOf } from './intent.ts'
import { isLive, type StripeKeys } from './keys.ts'

const TOLERANCE_SECONDS = 300
const MAX_DIGESTS = 10

const Event = z.object({
  id: z.string().regex(/^evt_\w{1,200}$/),
  type: z.string(),
  livemode: z.boolean(),
  data: z.object({ object: z.unknown() }),
})

/**
 * Reads an event. The signature is over time and untouched body, five minutes old at most; of several signatures one
 * has to be ours. What is only authorised is asked for, to be captured. Failed attempts say nothing: the payment is open.
 * Source: https://docs.stripe.com/webhooks/signature, https://docs.stripe.com/api/events/types
 */
export function readStripeWebhook(
  keys: StripeKeys,
  { raw_body, headers }: { raw_body: string; headers: Readonly<Record<string, string>> },
  now: Date,
): ProviderNews | 'ignored' | null {
  if (!isSigned(keys, raw_body, headers['stripe-signature'] ?? '', now)) return null
  const event = Event.safeParse(readJson(raw_body))
  // An event of the test mode is no news for a shop that takes real money, nor the other way round.
  if (!event.success || event.data.livemode !== isLive(keys)) return null
  const { id, type, data } = event.data
  if (type.startsWith('charge.dispute.')) return disputeNews(id, data.object)
  if (
    ![
      'payment_intent.succeeded',
      'payment_intent.canceled',
      'payment_intent.amount_capturable_updated',
    ].includes(type)
  )
    return 'ignored'
  const intent = Intent.safeParse(data.object)
  if (!intent.success) return null
  const state = type === 'payment_intent.amount_capturable_updated' ? null : stateOf(intent.data)
  return { event_id: id, reference: intent.data.id, state }
}

/** Source: https://docs.stripe.com/api/disputes/object */
const DisputeObject = z.object({
  object: z.literal('dispute'),
  amount: z.int().min(0),
  currency: z.string().regex(/^[a-z]{3}$/),
  status: z.string().max(60),
  reason: z.string().max(60),
  payment_intent: z.string().nullish(),
})

/** A buyer contests a charge. One that was not made through an intent is none of ours. */
function disputeNews(event_id: string, object: unknown): ProviderNews | 'ignored' | null {
  const read = DisputeObject.safeParse(object)
  if (!read.success) return null
  const { payment_intent, amount, currency, status, reason } = read.data
  if (payment_intent == null) return 'ignored'
  const dispute = { status, reason, ...fromStripeAmount(amount, currency) }
  return { event_id, reference: payment_intent, state: null, dispute }
}

/** `t=<seconds>,v1=<hex>[,v1=<hex>]`; parts with other names are older schemes and do not count. */
function isSigned(keys: StripeKeys, body: string, header: string, now: Date): boolean {
  if (header.length > 2_000) return false
  const parts = header.split(',').map((part) => part.trim().split('='))
  const at = parts.find(([name]) => name === 't')?.[1] ?? ''
  if (!/^\d{1,12}$/.test(at)) return false
  if (Math.abs(now.getTime() / 1000 - Number(at)) > TOLERANCE_SECONDS) return false
  const digests = parts.flatMap(([name, digest]) => (name === 'v1' && digest !== undefined ? [digest] : []))
  return isDigestOf(keys.webhook_secrets, `${at}.${body}`, digests.slice(0, MAX_DIGESTS))
}
