import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Currency, Id, Minor, MoneyOut, Quantity, Timestamp } from '@rampart/platform/contract/fields.ts'

/** What was paid back of an order, and of which lines, where that was said. */
export const OrderRefund = z.strictObject({
  id: Id,
  amount: MoneyOut,
  /** What of it was for the delivery. */
  shipping: MoneyOut,
  /** Empty: an amount as such. */
  lines: z.array(z.strictObject({ line_id: Id, quantity: z.int(), amount: MoneyOut })),
  occurred_at: Timestamp,
})

/** What payments must know of an order to pay it back by lines. */
export const refundOperations = {
  getRefundFacts: {
    kind: 'query',
    summary: 'What was paid for each line of an order and its delivery, and what came back by a return.',
    access: { modules: ['payments'] },
    input: z.strictObject({ order_id: Id, return_id: Id.nullable() }),
    output: z
      .strictObject({
        currency: Currency,
        shipping_minor: Minor,
        lines: z.array(
          z.strictObject({ line_id: Id, variant_id: Id, quantity: Quantity, paid_minor: Minor }),
        ),
        /** Pieces that arrived, by line. Null: there is no such return of this order. */
        return: z
          .strictObject({
            ready: z.boolean(),
            lines: z.array(z.strictObject({ line_id: Id, quantity: z.int() })),
          })
          .nullable(),
      })
      .nullable(),
  },
} as const satisfies Record<string, Operation>
