import { z } from 'zod'
import type { ProviderNews } from '../provider.ts'

const Message = z.strictObject({
  id: z.string().min(1).max(100),
  /** The merchant the message is for; another shop's message has no effect here. */
  merchant: z.string(),
  reference: z.uuid(),
  status: z.enum(['open', 'captured', 'failed', 'cancelled']),
  amount_minor: z.int(),
  currency: z.string(),
})

export type WebhookMessage = z.infer<typeof Message>

/** Reads a message whose signature was checked. Null when it is not one of the bank's, or for another merchant. */
export function readMessage(body: string, merchant: string): ProviderNews | null {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return null
  }
  const message = Message.safeParse(value)
  if (!message.success || message.data.merchant !== merchant) return null
  const { id, reference, status, amount_minor, currency } = message.data
  return { event_id: id, reference, state: { status, amount_minor, currency } }
}
