import type { Payments } from '@rampart/contracts/payments.ts'
import type { InputOf, OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { openRazorpay } from './fake-razorpay.ts'
import { openStripe } from './fake-stripe.ts'
import { openPayments, staff } from './scene.ts'

type Keys = InputOf<Payments, 'setProviderKeys'>['keys']
export type Provider = OutputOf<Payments, 'updateProvider'>

/** What the Stripe and the Razorpay of this machine know. */
export const stripeKeys = {
  secret_key: 'sk_test_canary_51Nv0',
  publishable_key: 'pk_test_canary_51Nv0',
  webhook_secret: 'whsec_canary_8Zk2',
} satisfies Keys

export const razorpayKeys = {
  key_id: 'rzp_test_1Canary77',
  key_secret: 'canary-key-secret-77',
  webhook_secret: 'canary-webhook-secret-78',
} satisfies Keys

/** A shop whose keys come from its settings, with both providers on this machine. */
export async function openSettings(clock?: () => Date) {
  const [stripe, razorpay] = await Promise.all([openStripe(), openRazorpay()])
  const shop = await openPayments(
    {
      ...(clock === undefined ? {} : { clock }),
      settings: { payment_stand_ins: { stripe: stripe.url, razorpay: razorpay.url } },
    },
    null,
  )
  /** Who has just proven who they are. */
  const owner = (): Principal => ({
    ...staff(['payments:configure']),
    authenticated_at: (clock?.() ?? new Date()).getTime(),
  })
  return {
    ...shop,
    stripe,
    razorpay,
    set: (provider: string, keys: object, more: object = {}, who: Principal = owner()) =>
      shop.call('setProviderKeys', { provider, keys, ...more }, { principal: who }) as Promise<
        OutputOf<Payments, 'setProviderKeys'>
      >,
    turn: (provider: string, enabled: boolean, more: object = {}): Promise<Provider> =>
      shop.call('updateProvider', { provider, enabled, ...more }, { principal: owner() }),
    remove: (provider: string): Promise<null> =>
      shop.call('removeProviderKeys', { provider }, { principal: owner() }),
    shown: async (provider: string): Promise<Provider> => {
      const { items } = (await shop.call('listProviders', {}, { principal: owner() })) as {
        items: Provider[]
      }
      const found = items.find(({ code }) => code === provider)
      if (found === undefined) throw new Error('There is no such provider.')
      return found
    },
    methods: async (country: string | null = null): Promise<string[]> => {
      const { methods } = (await shop.call(
        'listMethods',
        { country },
        { principal: { kind: 'system' }, caller: 'checkout' },
      )) as { methods: { code: string }[] }
      return methods.map(({ code }) => code)
    },
    done: async () => {
      await Promise.all([stripe.close(), razorpay.close()])
      await shop.close()
    },
  }
}
