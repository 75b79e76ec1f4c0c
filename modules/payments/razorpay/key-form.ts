import { secretOf } from '@rampart/platform/config/secret.ts'
import type { KeyForm, KeyValues } from '../settings/key-form.ts'
import type { RazorpayKeys } from './keys.ts'
import { razorpayApi } from './razorpay-api.ts'

/** Source: https://razorpay.com/docs/payments/dashboard/account-settings/api-keys, https://razorpay.com/docs/webhooks/setup-edit-payments */
export const razorpayKeyForm: KeyForm = {
  provider: 'razorpay',
  fields: [
    {
      name: 'key_id',
      required: true,
      form: /^rzp_(?:test|live)_[A-Za-z0-9]{8,100}$/,
      hint: 'A key id begins with rzp_test_ or rzp_live_.',
    },
    {
      name: 'key_secret',
      required: true,
      form: /^[A-Za-z0-9_-]{16,100}$/,
      hint: 'The key secret is letters and digits, as Razorpay showed it once with the key id.',
    },
    {
      name: 'webhook_secret',
      required: true,
      form: /^[\x21-\x7e]{16,200}$/,
      hint: 'Choose at least 16 random signs without blanks: whoever guesses them can forge payments.',
    },
    {
      name: 'account_id',
      required: false,
      form: /^acc_[A-Za-z0-9]{6,100}$/,
      hint: 'An account begins with acc_.',
    },
  ],
  events: ['payment.authorized', 'payment.captured', 'order.paid'],
  modeOf: ({ key_id }) => (key_id === undefined ? null : key_id.startsWith('rzp_live_') ? 'live' : 'test'),
  contradiction: () => null,
  knows: async (deps, context, values) => {
    const keys = razorpayKeysOf(values, [], deps.settings.payment_stand_ins.razorpay)
    if (keys === null) return true
    return razorpayApi(deps, () => Promise.resolve(keys)).isKnown(context)
  },
}

/** The keys as the provider's calls use them; null while one of them is missing. */
export function razorpayKeysOf(
  { key_id, key_secret, account_id }: KeyValues,
  webhookSecrets: readonly string[],
  standIn: string | null,
): RazorpayKeys | null {
  if (key_id === undefined || key_secret === undefined) return null
  return {
    key_id,
    key_secret: secretOf(key_secret),
    webhook_secrets: webhookSecrets.map(secretOf),
    account_id: account_id ?? null,
    ...(standIn === null ? {} : { base_url: standIn }),
  }
}
