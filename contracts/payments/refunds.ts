import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Minor, MoneyIn, MoneyOut, Quantity, Text, Timestamp } from '@rampart/platform/contract/fields.ts'

export const Refund = z.strictObject({
  id: Id,
  payment_id: Id,
  status: z.enum(['pending', 'succeeded', 'failed']),
  amount: MoneyOut,
  /** What of it is for the delivery. */
  shipping: MoneyOut,
  /** Which pieces it is for; empty: an amount as such. */
  lines: z.array(z.strictObject({ line_id: Id, quantity: z.int(), amount: MoneyOut, restock: z.boolean() })),
  return_id: Id.nullable(),
  reason: z.string().nullable(),
  created_at: Timestamp,
})

/** Pieces of a line that were paid back. */
export const RefundedLine = z.strictObject({
  line_id: Id,
  variant_id: Id,
  quantity: z.int(),
  amount_minor: Minor,
  /** They go back to the stock. */
  restock: z.boolean(),
})

/** Money back to a buyer. */
export const refundOperations = {
  refundOrder: {
    kind: 'command',
    summary:
      'Pay back what was captured for an order: all that is left, an amount, or pieces of lines and the delivery at what was paid for them.',
    http: { method: 'POST', path: '/orders/:order_id/refunds', status: 201 },
    access: { allow: ['staff'], permission: 'payments:refund', facts: { amount: 'amount' } },
    idempotency: 'required',
    input: z.strictObject({
      order_id: Id,
      /** The whole sum. With lines or delivery it may be less than these come to, never more. */
      amount: MoneyIn.optional(),
      lines: z
        .array(z.strictObject({ line_id: Id, quantity: Quantity, restock: z.boolean().default(false) }))
        .min(1)
        .max(200)
        .optional(),
      shipping: MoneyIn.optional(),
      /** Pays an inspected return: its pieces that arrived, unless lines say which of them. */
      return_id: Id.optional(),
      reason: Text(300).optional(),
    }),
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
      PAYMENTS_BAD_LINES: { status: 400, message: 'Name lines of this order, each once.' },
      PAYMENTS_PIECES_REFUNDED: {
        status: 409,
        message:
          'Not that many pieces of a line, or not that much for the delivery, is left to be paid back.',
      },
      PAYMENTS_RETURN_NOT_READY: {
        status: 409,
        message: 'The return has not been inspected, or nothing of it is to be paid back.',
      },
    },
  },
} as const satisfies Record<string, Operation>
