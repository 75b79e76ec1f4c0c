import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import {
  CountryCode,
  Currency,
  Id,
  Minor,
  MoneyIn,
  MoneyOut,
  Nothing,
  Page,
  pageFields,
  Text,
  Timestamp,
} from '@rampart/platform/contract/fields.ts'
import { PaymentStatus } from './orders.ts'
import { NextAction } from './shared-fields.ts'

/** Ways to pay that a shop can offer. */
export const PaymentMethod = z.enum(['sandbox', 'stripe', 'razorpay', 'cash_on_delivery'])

/** What an order is paid by that discounts or gift cards cover whole. Nobody chooses it. */
export const NothingToPay = z.literal('nothing_to_pay')

const Key = Text(255, 1)

const Payment = z.strictObject({
  id: Id,
  order_id: Id,
  provider: z.string(),
  status: PaymentStatus,
  amount_minor: Minor,
  currency: Currency,
  next_action: NextAction,
  /** Paid when the order arrives: it is sent without a capture. */
  due: z.literal(true).optional(),
})

const Refund = z.strictObject({
  id: Id,
  payment_id: Id,
  status: z.enum(['pending', 'succeeded', 'failed']),
  amount: MoneyOut,
  reason: z.string().nullable(),
  created_at: Timestamp,
})

/** What became of an attempt to pay that the browser had a part in. */
const Attempt = z.strictObject({
  payment_id: Id,
  status: PaymentStatus,
  /** A further step; null: none. */
  next_action: NextAction,
  /** Whether this attempt was refused. A pending payment may be tried again. */
  declined: z.boolean(),
})

const SandboxPayment = z.strictObject({
  id: Id,
  amount: MoneyOut,
  status: z.enum(['open', 'approving', 'approved', 'declined', 'cancelled']),
  shop_name: z.string(),
  order_id: Id,
  return_url: z.string(),
})

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

const LedgerEntry = z.strictObject({
  account: z.string(),
  debit: MoneyOut,
  credit: MoneyOut,
  description: z.string(),
  occurred_at: Timestamp,
})

/** Something that a provider's books and ours say differently, or that a buyer contests. */
const Finding = z.strictObject({
  id: Id,
  provider: z.string(),
  reference: z.string(),
  kind: z.enum(['captured_there', 'amount_differs', 'unknown_here', 'not_captured_there', 'disputed']),
  order_id: Id.nullable(),
  there: MoneyOut.nullable(),
  here: MoneyOut.nullable(),
  found_at: Timestamp,
  settled_at: Timestamp.nullable(),
  note: z.string().nullable(),
})

const inUse = {
  PAYMENTS_PROVIDER_IN_USE: {
    status: 409,
    message: 'Payments or refunds are under way there. Switch it off first, and wait until they are done.',
  },
} as const

const sandboxClosed = {
  PAYMENTS_SANDBOX_CLOSED: { status: 409, message: 'This payment has been decided already.' },
} as const

const badSignature = {
  PAYMENTS_BAD_SIGNATURE: { status: 400, message: 'The signature does not belong to this message.' },
} as const

export const payments = defineContract({
  name: 'payments',
  operations: {
    listMethods: {
      kind: 'query',
      summary: 'Ways to pay that are switched on.',
      access: { modules: ['checkout'] },
      /** Where the order goes; null or left out: not known yet. */
      input: z.strictObject({ country: CountryCode.nullable().optional() }),
      output: z.strictObject({
        methods: z.array(z.strictObject({ code: PaymentMethod, name: z.string(), description: z.string() })),
      }),
    },
    createPayment: {
      kind: 'command',
      summary:
        'Open a payment for an order at its provider. The same order again answers the payment there is.',
      access: { modules: ['checkout'] },
      input: z.strictObject({
        order_id: Id,
        provider: z.union([PaymentMethod, NothingToPay]),
        /** 0 for `nothing_to_pay` alone. */
        amount_minor: z.int().min(0),
        currency: Currency,
        return_url: z.url(),
      }),
      output: Payment,
      errors: { PAYMENTS_METHOD_NOT_OFFERED: { status: 409, message: 'This way to pay is not offered.' } },
    },
    syncPayment: {
      kind: 'command',
      summary: 'Ask the provider how an order’s payment stands and record it; null when there is no payment.',
      access: { modules: ['checkout'] },
      input: z.strictObject({ order_id: Id }),
      output: Payment.nullable(),
    },
    cancelPayment: {
      kind: 'command',
      summary:
        'Close an order’s open payment at its provider. Answers how it stands: it may be captured by now.',
      access: { modules: ['checkout'] },
      input: z.strictObject({ order_id: Id }),
      output: Payment.nullable(),
    },
    refundCancelledOrder: {
      kind: 'command',
      summary: 'Pay back all that was captured for an order that was cancelled. Again: no effect.',
      access: { modules: ['checkout'] },
      input: z.strictObject({ order_id: Id }),
      output: Nothing,
    },
    refundOrder: {
      kind: 'command',
      summary: 'Pay back what was captured for an order, or a part of it.',
      http: { method: 'POST', path: '/orders/:order_id/refunds', status: 201 },
      access: { allow: ['staff'], permission: 'payments:refund', facts: { amount: 'amount' } },
      idempotency: 'required',
      input: z.strictObject({ order_id: Id, amount: MoneyIn.optional(), reason: Text(300).optional() }),
      output: Refund,
      errors: {
        PAYMENTS_NOTHING_TO_REFUND: {
          status: 409,
          message: 'Nothing was captured for this order, or all of it has been paid back.',
        },
        PAYMENTS_REFUND_TOO_LARGE: {
          status: 409,
          message: 'The refund is larger than what is left of the payment.',
        },
        PAYMENTS_BAD_AMOUNT: {
          status: 400,
          message: 'Use a positive amount in the currency of the payment.',
        },
      },
    },
    recordCash: {
      kind: 'command',
      summary: 'Note that the cash of an order was taken at the door.',
      http: { method: 'POST', path: '/orders/:order_id/payments/cash' },
      access: { allow: ['staff'], permission: 'payments:record' },
      input: z.strictObject({ order_id: Id }),
      output: z.strictObject({ payment: Payment }),
      errors: {
        PAYMENTS_NO_CASH_DUE: {
          status: 409,
          message: 'No cash is due for this order: it is paid, cancelled, or paid another way.',
        },
      },
    },
    listPayments: {
      kind: 'query',
      summary: 'The payment of an order with its refunds and ledger entries.',
      http: { method: 'GET', path: '/orders/:order_id/payments' },
      access: { allow: ['staff'], permission: 'payments:read' },
      input: z.strictObject({ order_id: Id }),
      output: z.strictObject({
        payment: z
          .strictObject({
            id: Id,
            provider: z.string(),
            provider_reference: z.string(),
            status: PaymentStatus,
            amount: MoneyOut,
            captured: MoneyOut,
            refunded: MoneyOut,
            created_at: Timestamp,
          })
          .nullable(),
        refunds: z.array(Refund),
        ledger: z.array(LedgerEntry),
      }),
    },
    listLedger: {
      kind: 'query',
      summary: 'The money of each order, the newest first, with the entries that explain it.',
      http: { method: 'GET', path: '/payments/ledger' },
      access: { allow: ['staff'], permission: 'payments:read' },
      input: z.strictObject({
        ...pageFields,
        provider: PaymentMethod.optional(),
        /** Only where money was captured. */
        moved: z.enum(['true', 'false']).optional(),
      }),
      output: Page(
        z.strictObject({
          payment_id: Id,
          order_id: Id,
          provider: z.string(),
          provider_reference: z.string(),
          status: PaymentStatus,
          amount: MoneyOut,
          captured: MoneyOut,
          refunded: MoneyOut,
          /** What the provider kept; null: not known. */
          fee: MoneyOut.nullable(),
          /** What is left of the capture; below zero where more was kept than that. */
          kept: MoneyOut,
          balanced: z.boolean(),
          entries: z.array(LedgerEntry),
          created_at: Timestamp,
        }),
      ),
    },
    listFindings: {
      kind: 'query',
      summary: 'What providers’ books and ours say differently, the open ones first.',
      http: { method: 'GET', path: '/payments/findings' },
      access: { allow: ['staff'], permission: 'payments:read' },
      input: z.strictObject({}),
      output: z.strictObject({
        items: z.array(Finding),
        compared: z.array(
          z.strictObject({
            provider: z.string(),
            compared_at: Timestamp,
            payments: z.int(),
            failed: z.boolean(),
          }),
        ),
      }),
    },
    settleFinding: {
      kind: 'command',
      summary: 'Say what came of a finding. No money moves by that.',
      http: { method: 'POST', path: '/payments/findings/:finding_id/settle' },
      access: { allow: ['staff'], permission: 'payments:record' },
      input: z.strictObject({ finding_id: Id, note: Text(500, 1) }),
      output: Finding,
    },
    receiveWebhook: {
      kind: 'command',
      summary: 'News from a payment provider. The signature is checked over the untouched body.',
      http: { method: 'POST', path: '/payments/webhooks/:provider', body: 'raw' },
      access: { allow: ['guest'] },
      limit: 'webhook',
      idempotency: 'none',
      input: z.strictObject({
        provider: z.string().max(40),
        raw_body: z.string().max(200_000),
        headers: z.record(z.string(), z.string()),
      }),
      output: z.strictObject({ received: z.literal(true) }),
      errors: badSignature,
    },
    confirmStripePayment: {
      kind: 'command',
      summary:
        'Pay with what Stripe’s form on our page collected. A bank that wants 3-D Secure is a redirect.',
      http: { method: 'POST', path: '/payments/stripe/:payment_id/confirm' },
      access: { allow: ['guest', 'customer'] },
      // Whoever steals card numbers tries them out where attempts are free.
      limit: 'ordering',
      input: z.strictObject({ payment_id: Id, confirmation_token: z.string().min(1).max(250) }),
      output: Attempt,
      errors: { PAYMENTS_BAD_TOKEN: { status: 400, message: 'This is not what the payment form made.' } },
    },
    verifyRazorpayPayment: {
      kind: 'command',
      summary: 'Check what Razorpay’s form handed to the browser, and take the payment in.',
      http: { method: 'POST', path: '/payments/razorpay/verify' },
      access: { allow: ['guest', 'customer'] },
      limit: 'ordering',
      input: z.strictObject({
        razorpay_order_id: z.string().min(1).max(150),
        razorpay_payment_id: z.string().min(1).max(150),
        razorpay_signature: z.string().min(1).max(150),
      }),
      output: Attempt,
      errors: badSignature,
    },
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
    getSandboxPayment: {
      kind: 'query',
      summary: 'A payment as the sandbox bank shows it.',
      http: { method: 'GET', path: '/payments/sandbox/:payment_id' },
      access: { allow: ['guest', 'customer'] },
      input: z.strictObject({ payment_id: Id }),
      output: SandboxPayment,
    },
    approveSandboxPayment: {
      kind: 'command',
      summary: 'Approve a payment at the sandbox bank, at once or after a delay in seconds.',
      http: { method: 'POST', path: '/payments/sandbox/:payment_id/approve' },
      access: { allow: ['guest', 'customer'] },
      input: z.strictObject({ payment_id: Id, delay_seconds: z.int().min(0).max(3_600).optional() }),
      output: SandboxPayment,
      errors: sandboxClosed,
    },
    declineSandboxPayment: {
      kind: 'command',
      summary: 'Decline a payment at the sandbox bank.',
      http: { method: 'POST', path: '/payments/sandbox/:payment_id/decline' },
      access: { allow: ['guest', 'customer'] },
      input: z.strictObject({ payment_id: Id }),
      output: SandboxPayment,
      errors: sandboxClosed,
    },
  },
  events: {
    'payments.payment-captured.v1': z.strictObject({
      payment_id: Id,
      order_id: Id,
      amount_minor: Minor,
      currency: Currency,
    }),
    'payments.payment-failed.v1': z.strictObject({ payment_id: Id, order_id: Id, reason: z.string() }),
    'payments.payment-refunded.v1': z.strictObject({
      payment_id: Id,
      order_id: Id,
      refund_id: Id,
      amount_minor: Minor,
      refunded_minor: Minor,
      currency: Currency,
      full: z.boolean(),
    }),
  },
})

export type Payments = typeof payments
