import { z } from 'zod'
import type { Contract } from '@rampart/platform/contract/define-contract.ts'
import { CountryCode, Nothing, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { PaymentMethod } from './payment-method.ts'

const Key = Text(255, 1)

/** What a provider's keys are called; each provider has some of them, and says which. */
const ProviderKeys = z.strictObject({
  secret_key: Key.optional(),
  publishable_key: Key.optional(),
  key_id: Key.optional(),
  key_secret: Key.optional(),
  webhook_secret: Key.optional(),
  account_id: Key.optional(),
})

/** A way to pay as its settings show it. No key is ever shown again but for how it ends. */
const Provider = z.strictObject({
  code: PaymentMethod,
  /** `off`: nothing can be paid there now. Else whose money moves: `test` nobody's, `live` real money. */
  state: z.enum(['off', 'test', 'live']),
  /** Whether somebody wants it offered. It stays `off` while something is missing. */
  enabled: z.boolean(),
  /** Null: the configuration decides, nobody in the back office. */
  keys: z
    .array(
      z.strictObject({
        name: ProviderKeys.keyof(),
        required: z.boolean(),
        /** The last four signs of what is kept; null: nothing is. */
        ends: z.string().max(4).nullable(),
      }),
    )
    .nullable(),
  /** Where the provider is to send its news; null: it sends none. */
  webhook_url: z.string().nullable(),
  /** The kinds of news that are wanted, by the provider's names. */
  webhook_events: z.array(z.string()),
  last_webhook_at: Timestamp.nullable(),
  /** Until then the webhook's secret before the present one counts too; null: it does not. */
  old_secret_until: Timestamp.nullable(),
  /** Where orders may go that are paid this way; null: it does not matter. */
  countries: z.array(CountryCode).nullable(),
})

const inUse = {
  PAYMENTS_PROVIDER_IN_USE: {
    status: 409,
    message: 'Payments or refunds are under way there. Switch it off first, and wait until they are done.',
  },
} as const

/** How the ways to pay are set up: operations of the contract `payments`. */
export const providerOperations = {
  listProviders: {
    kind: 'query',
    summary: 'Every way to pay, how it is set up and whether it is offered.',
    http: { method: 'GET', path: '/payments/providers' },
    access: { allow: ['staff'], permission: 'payments:configure' },
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(Provider) }),
  },
  setProviderKeys: {
    kind: 'command',
    summary: 'Give a provider its keys; those left out stay. They are tried first, and never shown again.',
    http: { method: 'PUT', path: '/payments/providers/:provider/keys' },
    access: { allow: ['staff'], permission: 'payments:configure', fresh: true },
    idempotency: 'none',
    input: z.strictObject({
      provider: PaymentMethod,
      keys: ProviderKeys,
      /** Whether the webhook's secret of before counts for another day, while it is rolled. */
      keep_old_secret: z.boolean().optional(),
    }),
    /** `tried`: whether the provider was there to say that it knows the keys. */
    output: z.strictObject({ provider: Provider, tried: z.boolean() }),
    errors: {
      ...inUse,
      PAYMENTS_KEYS_REFUSED: { status: 409, message: 'The provider does not know these keys.' },
      PAYMENTS_NO_KEYS: { status: 409, message: 'This way to pay has no keys.' },
    },
  },
  removeProviderKeys: {
    kind: 'command',
    summary: 'Forget the keys of a provider. What was paid there can not be paid back afterwards.',
    http: { method: 'DELETE', path: '/payments/providers/:provider/keys', status: 204 },
    access: { allow: ['staff'], permission: 'payments:configure', fresh: true },
    input: z.strictObject({ provider: PaymentMethod }),
    output: Nothing,
    errors: inUse,
  },
  updateProvider: {
    kind: 'command',
    summary: 'Offer a way to pay or not, and where orders may go that are paid by it.',
    http: { method: 'PUT', path: '/payments/providers/:provider' },
    access: { allow: ['staff'], permission: 'payments:configure', fresh: true },
    input: z.strictObject({
      provider: PaymentMethod,
      enabled: z.boolean(),
      countries: z.array(CountryCode).max(250).optional(),
    }),
    output: Provider,
    errors: {
      PAYMENTS_NOT_SET_UP: { status: 409, message: 'Something is missing before this can be offered.' },
    },
  },
} as const satisfies Contract['operations']
