import type { Secret } from '@rampart/platform/config/secret.ts'

/** What a merchant's account at Stripe is reached with. */
export type StripeKeys = {
  /** `sk_…` or a restricted `rk_…`. */
  readonly secret_key: Secret
  /** `pk_…`: shown to browsers. */
  readonly publishable_key: string
  /** `whsec_…` of the webhook endpoint; two while it is rolled. Without one nothing is offered. */
  readonly webhook_secrets: readonly Secret[]
  /** Where to ask; https://api.stripe.com unless told. */
  readonly base_url?: string
  readonly timeout_ms?: number
  /** The merchant does not want it offered now; what was paid there can still be paid back. */
  readonly switched_off?: boolean
}

/** Whether the keys move real money. Keys of the test mode have `_test_` in them. */
export function isLive({ secret_key }: StripeKeys): boolean {
  return /^(?:sk|rk)_live_/.test(secret_key.reveal())
}
