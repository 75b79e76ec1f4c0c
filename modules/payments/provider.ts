import type { z } from 'zod'
import type { NextAction } from '@rampart/contracts/shared-fields.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'

/** How a payment stands at its provider. */
export type ProviderState = {
  /** `open`: it may still be paid, even after attempts that failed. */
  readonly status: 'open' | 'captured' | 'failed' | 'cancelled'
  /** Minor units. */
  readonly amount_minor: number
  readonly currency: string
}

/** A buyer contests a payment at their bank, or that was decided. */
export type Dispute = {
  readonly status: string
  readonly amount_minor: number
  readonly currency: string
  readonly reason: string
}

/** News that a provider sent, its signature checked. */
export type ProviderNews = {
  /** What makes this piece of news different from every other; the same again has no effect. */
  readonly event_id: string
  readonly reference: string
  /** Null: the news does not settle it, so the provider is asked, which may capture what was only authorised. */
  readonly state: ProviderState | null
  /** Present: it is about this, and the payment stands as it did. */
  readonly dispute?: Dispute
}

type OpenRequest = {
  readonly payment_id: string
  readonly order_id: string
  readonly amount_minor: number
  readonly currency: string
  readonly return_url: string
}

export type RefundRequest = {
  readonly reference: string
  readonly refund_id: string
  readonly amount_minor: number
  readonly currency: string
}

/** What the shopper's browser brings back from the provider's own form. */
export type ConfirmRequest = {
  readonly reference: string
  /** Where the provider sends the shopper after a further step, such as 3-D Secure. */
  readonly return_url: string
  /** By the provider's own names. */
  readonly proof: Readonly<Record<string, string>>
}

type Confirmed = {
  readonly state: ProviderState
  /** A further step of the shopper; null: none, or the same form again after a refusal. */
  readonly next_action: z.infer<typeof NextAction>
  /** Whether this attempt was refused. An open payment may be tried again. */
  readonly declined: boolean
}

/** A payment as the provider lists it, to be compared with our books. */
export type ListedPayment = { readonly reference: string; readonly state: ProviderState }

/**
 * A company that moves money. Every call may be repeated: the ids in it make the repetition harmless. A provider that
 * does not answer in time, or answers with an error of its own, fails the call with UNAVAILABLE.
 */
export type PaymentProvider = {
  readonly code: string
  readonly name: string
  readonly description: string
  /** Whether new payments may be opened. Those there are stay known, to be refunded and looked up. */
  offered(): Promise<boolean>
  /** Whether orders that go there may be paid this way; absent: wherever they go. */
  serves?(country: string): Promise<boolean>
  /** Null when the provider cannot take this amount or currency. */
  open(
    context: CallContext,
    request: OpenRequest,
  ): Promise<{ reference: string; next_action: z.infer<typeof NextAction> } | null>
  /** Looks a payment up, and captures it when it is authorised and no more. */
  fetch(context: CallContext, reference: string): Promise<ProviderState>
  /** Goes on with what the browser brought. Null when the proof does not belong to this payment. Absent: nothing is brought. */
  confirm?(context: CallContext, request: ConfirmRequest): Promise<Confirmed | null>
  /** Closes an open payment. Answers how it stands then: it may have been captured at the last moment. */
  cancel(context: CallContext, reference: string): Promise<ProviderState>
  /** `pending`: accepted and not decided yet; asked again with the same id, it tells how that refund stands. */
  refund(context: CallContext, request: RefundRequest): Promise<'pending' | 'succeeded' | 'failed'>
  /** What was kept of a capture; null while that is not known. Absent: nothing ever is. */
  fee?(
    context: CallContext,
    reference: string,
  ): Promise<{ readonly amount_minor: number; readonly currency: string } | null>
  /** Payments that were opened in a period, for reconciliation; `until` is not part of it. */
  list(context: CallContext, since: Date, until: Date): AsyncIterable<ListedPayment>
  /**
   * Null when the signature does not belong to the message, or the message is too old; `ignored` when it is well
   * signed and tells nothing that our books keep.
   */
  readWebhook(
    message: { raw_body: string; headers: Readonly<Record<string, string>> },
    now: Date,
  ): Promise<ProviderNews | 'ignored' | null>
}

/** The keys of a provider as they are now; null: none, so nothing can be paid there. Asked anew for every call. */
export type KeySource<Keys> = () => Promise<Keys | null>
