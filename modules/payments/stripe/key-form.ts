import { secretOf } from '@rampart/platform/config/secret.ts'
import type { KeyForm, KeyValues } from '../settings/key-form.ts'
import type { StripeKeys } from './keys.ts'
import { stripeApi } from './stripe-api.ts'

/** Source: https://docs.stripe.com/keys, https://docs.stripe.com/webhooks/signature */
export const stripeKeyForm: KeyForm = {
  provider: 'stripe',
  fields: [
    {
      name: 'secret_key',
      required: true,
      form: /^(?:sk|rk)_(?:test|live)_[A-Za-z0-9_]{8,200}$/,
      hint: 'A secret key begins with sk_test_ or sk_live_, a restricted one with rk_test_ or rk_live_.',
    },
    {
      name: 'publishable_key',
      required: true,
      form: /^pk_(?:test|live)_[A-Za-z0-9_]{8,200}$/,
      hint: 'A publishable key begins with pk_test_ or pk_live_.',
    },
    {
      name: 'webhook_secret',
      required: true,
      form: /^whsec_[A-Za-z0-9_+/=]{8,200}$/,
      hint: 'The signing secret of a webhook begins with whsec_.',
    },
  ],
  events: [
    'payment_intent.succeeded',
    'payment_intent.canceled',
    'payment_intent.amount_capturable_updated',
    'charge.dispute.created',
    'charge.dispute.closed',
  ],
  modeOf: ({ secret_key }) => modeIn(secret_key),
  contradiction: ({ secret_key, publishable_key }) =>
    secret_key !== undefined &&
    publishable_key !== undefined &&
    modeIn(secret_key) !== modeIn(publishable_key)
      ? {
          name: 'publishable_key',
          message: 'One of the keys is of the test mode and the other is not. Take both from the same page.',
        }
      : null,
  knows: async (deps, context, values) => {
    const keys = stripeKeysOf(values, [], deps.settings.payment_stand_ins.stripe)
    if (keys === null) return true
    return stripeApi(deps, () => Promise.resolve(keys)).isKnown(context)
  },
}

/** The keys as the provider's calls use them; null while one of them is missing. */
export function stripeKeysOf(
  { secret_key, publishable_key }: KeyValues,
  webhookSecrets: readonly string[],
  standIn: string | null,
): StripeKeys | null {
  if (secret_key === undefined || publishable_key === undefined) return null
  return {
    secret_key: secretOf(secret_key),
    publishable_key,
    webhook_secrets: webhookSecrets.map(secretOf),
    ...(standIn === null ? {} : { base_url: standIn }),
  }
}

function modeIn(key: string | undefined): 'test' | 'live' | null {
  return key === undefined ? null : key.includes('_live_') ? 'live' : 'test'
}
