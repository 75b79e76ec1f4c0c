import type { PaymentsDeps } from '../deps.ts'
import type { KeySource, PaymentProvider } from '../provider.ts'
import { confirmIntent } from './confirm-intent.ts'
import { feeOfIntent } from './fee-of-intent.ts'
import { cancelIntent, fetchIntent } from './fetch-intent.ts'
import type { StripeKeys } from './keys.ts'
import { listIntents } from './list-intents.ts'
import { openIntent } from './open-intent.ts'
import { readStripeWebhook } from './read-webhook.ts'
import { refundIntent } from './refund-intent.ts'
import { stripeApi } from './stripe-api.ts'

/** Stripe: a PaymentIntent for each order, confirmed on our side with what Stripe's own form collected. */
export function stripeProvider(deps: PaymentsDeps, keySource: KeySource<StripeKeys>): PaymentProvider {
  const api = stripeApi(deps, keySource)
  return {
    code: 'stripe',
    name: 'Card and more',
    description: 'Pay by card or another way on the next page. Handled by Stripe.',
    offered: async () => {
      const keys = await keySource()
      return keys !== null && keys.switched_off !== true && keys.webhook_secrets.length > 0
    },
    open: openIntent(api, deps.settings.public_url),
    fetch: fetchIntent(api),
    confirm: confirmIntent(api),
    cancel: cancelIntent(api),
    refund: refundIntent(api),
    fee: feeOfIntent(api),
    list: listIntents(api),
    readWebhook: async (message, now) => {
      const keys = await keySource()
      return keys === null ? null : readStripeWebhook(keys, message, now)
    },
  }
}
