import type { PaymentsDeps } from '../deps.ts'
import type { ProviderKeys } from '../providers.ts'
import { razorpayKeysOf } from '../razorpay/key-form.ts'
import { stripeKeysOf } from '../stripe/key-form.ts'
import type { KnownProviders } from './known-providers.ts'
import { type KeptKeys, webhookSecretsOf } from './sealed-keys.ts'

/** The keys that staff gave the shop, asked for with every call. */
export function storedKeys({ settings, clock }: PaymentsDeps, known: KnownProviders): ProviderKeys {
  const from =
    <Keys extends object>(
      provider: 'stripe' | 'razorpay',
      keysOf: (values: KeptKeys['values'], secrets: readonly string[], standIn: string | null) => Keys | null,
    ) =>
    async () => {
      const { kept, enabled } = await known.setupOf(provider)
      if (kept === null) return null
      const secrets = webhookSecretsOf(kept, clock())
      const keys = keysOf(kept.values, secrets, settings.payment_stand_ins[provider])
      return keys === null ? null : { ...keys, switched_off: !enabled }
    }
  return { stripe: from('stripe', stripeKeysOf), razorpay: from('razorpay', razorpayKeysOf) }
}
