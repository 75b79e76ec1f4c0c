import type { Secret } from '@rampart/platform/config/secret.ts'

/** What a merchant's account at Razorpay is reached with. */
export type RazorpayKeys = {
  /** `rzp_live_…` or `rzp_test_…`: shown to browsers. */
  readonly key_id: string
  readonly key_secret: Secret
  /** Of the webhook, as its merchant chose it; the old one too while it is changed. Without one nothing is offered. */
  readonly webhook_secrets: readonly Secret[]
  /** `acc_…`: messages for another account are refused; null: not compared. */
  readonly account_id: string | null
  /** Where to ask; https://api.razorpay.com unless told. */
  readonly base_url?: string
  readonly timeout_ms?: number
  /** The merchant does not want it offered now; what was paid there can still be paid back. */
  readonly switched_off?: boolean
}
