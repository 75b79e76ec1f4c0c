import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import {
  CountryCode,
  Currency,
  Id,
  Minor,
  MoneyOut,
  Nothing,
  Timestamp,
} from '@rampart/platform/contract/fields.ts'
import { PaymentStatus } from './orders.ts'
import { bookOperations, LedgerEntry } from './payments/book-operations.ts'
import { PaymentMethod } from './payments/payment-method.ts'
import { providerOperations } from './payments/provider-operations.ts'
import { Refund, RefundedLine, refundOperations } from './payments/refunds.ts'
import { NextAction } from './shared-fields.ts'

/** What an order is paid by that discounts or gift cards cover whole. Nobody chooses it. */
export const NothingToPay = z.literal('nothing_to_pay')

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
    ...refundOperations,
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
    ...bookOperations,
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
    ...providerOperations,
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
      /** What of it was for the delivery; absent: it was not said. */
      shipping_minor: Minor.optional(),
      /** Which pieces it was for; absent: an amount as such. */
      lines: z.array(RefundedLine).optional(),
      /** The return that it pays. */
      return_id: Id.optional(),
    }),
  },
})

export type Payments = typeof payments
