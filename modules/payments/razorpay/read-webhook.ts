import { hash } from 'node:crypto'
import { z } from 'zod'
import type { ProviderNews } from '../provider.ts'
import { isDigestOf, readJson } from '../webhook-digest.ts'
import type { RazorpayKeys } from './keys.ts'
import { Attempt, capturedState } from './order.ts'

/** Deliveries are tried for a day after the event; a message that is older was recorded and is played again. */
const MAX_AGE_SECONDS = 2 * 24 * 3_600
const MAX_AHEAD_SECONDS = 300

const Message = z.object({
  entity: z.literal('event'),
  account_id: z.string(),
  event: z.string(),
  created_at: z.int(),
  payload: z.object({ payment: z.object({ entity: z.unknown() }).optional() }),
})

/**
 * Reads a message. Its signature covers the body and nothing else, so its own digest stands for it: the id in the
 * header could be anybody's. Authorised is not captured: then the order is asked for, and captured. Failed attempts say
 * nothing: the order is open, and may be authorised late.
 * Source: https://razorpay.com/docs/webhooks/validate-test, https://razorpay.com/docs/webhooks/payments
 */
export function readRazorpayWebhook(
  keys: RazorpayKeys,
  { raw_body, headers }: { raw_body: string; headers: Readonly<Record<string, string>> },
  now: Date,
): ProviderNews | 'ignored' | null {
  if (!isDigestOf(keys.webhook_secrets, raw_body, [headers['x-razorpay-signature'] ?? ''])) return null
  const message = Message.safeParse(readJson(raw_body))
  if (!message.success) return null
  const { account_id, event, created_at, payload } = message.data
  if (keys.account_id !== null && account_id !== keys.account_id) return null
  const age = now.getTime() / 1000 - created_at
  if (age > MAX_AGE_SECONDS || age < -MAX_AHEAD_SECONDS) return null
  if (!['payment.authorized', 'payment.captured', 'order.paid'].includes(event)) return 'ignored'
  const attempt = Attempt.safeParse(payload.payment?.entity)
  if (!attempt.success) return null
  // Paid without an order: through a payment link or a button that is not ours.
  if (attempt.data.order_id == null) return 'ignored'
  const state = attempt.data.status === 'captured' ? capturedState(attempt.data) : null
  return { event_id: hash('sha256', raw_body, 'hex'), reference: attempt.data.order_id, state }
}
