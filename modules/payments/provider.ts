import type { z } from 'zod'
import type { NextAction } from '@rampart/contracts/orders.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'

/** How a payment stands at its provider. */
export type ProviderState = {
  readonly status: 'open' | 'captured' | 'failed' | 'cancelled'
  /** Minor units. */
  readonly amount_minor: number
  readonly currency: string
}

/** News that a provider sent, its signature checked. */
export type ProviderNews = {
  /** The provider's own id of this piece of news. */
  readonly event_id: string
  readonly reference: string
  readonly state: ProviderState
}

export type OpenRequest = {
  readonly payment_id: string
  readonly order_id: string
  readonly amount_minor: number
  readonly currency: string
  readonly return_url: string
}

/** A company that moves money. Every call may be repeated: the ids in it make the repetition harmless. */
export type PaymentProvider = {
  readonly code: string
  readonly name: string
  readonly description: string
  /** Whether new payments may be opened. Those there are stay known, to be refunded and looked up. */
  readonly offered: boolean
  open(
    context: CallContext,
    request: OpenRequest,
  ): Promise<{ reference: string; next_action: z.infer<typeof NextAction> }>
  fetch(context: CallContext, reference: string): Promise<ProviderState>
  /** Closes an open payment. Answers how it stands then: it may have been captured at the last moment. */
  cancel(context: CallContext, reference: string): Promise<ProviderState>
  refund(
    context: CallContext,
    request: { reference: string; refund_id: string; amount_minor: number },
  ): Promise<'succeeded' | 'failed'>
  /** Null when the signature does not belong to the message, or the message is too old. */
  readWebhook(
    message: { raw_body: string; headers: Readonly<Record<string, string>> },
    now: Date,
  ): ProviderNews | null
}
