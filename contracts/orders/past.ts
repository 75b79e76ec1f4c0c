import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Currency, Text, Timestamp } from '@rampart/platform/contract/fields.ts'

/** What does not belong into what was sold. A line may have several. */
const PastFlaw = z.enum([
  'cancellation',
  'negative_quantity',
  'zero_quantity',
  'zero_price',
  'negative_price',
  'no_customer',
  'no_name',
  'no_article',
  'repeated',
])

/** A line of an order from another shop. */
const PastLine = z.strictObject({
  /** Where it stands in the file. */
  line: z.int().min(1).max(2_000_000_000),
  invoice: Text(60, 1),
  sku: Text(80, 1),
  name: Text(300),
  quantity: z.int().min(-1_000_000_000).max(1_000_000_000),
  /** In thousandths of the currency's unit: other shops have prices finer than its coins. */
  price_milli: z.int().min(-1_000_000_000_000).max(1_000_000_000_000),
  customer: Text(80, 1).nullable(),
  country: Text(80, 1).nullable(),
  bought_at: Timestamp,
  flaws: z.array(PastFlaw).max(9),
})

/** What another shop has sold, brought along as history. */
export const pastOperations = {
  listPastBaskets: {
    kind: 'query',
    summary: 'What was sold by the orders brought along from another shop, one page.',
    access: { modules: ['recommendations'] },
    input: z.strictObject({ after: z.string().max(600).nullable(), limit: z.int().min(1).max(500) }),
    output: z.strictObject({
      orders: z.array(
        z.strictObject({
          id: z.string(),
          /** Whoever bought it, as the other shop called them; null where it did not know. */
          buyer: z.string().nullable(),
          bought_at: Timestamp,
          skus: z.array(z.string()),
        }),
      ),
      next: z.string().nullable(),
    }),
  },
  importPastLines: {
    kind: 'command',
    summary:
      'Bring along lines of orders from another shop, as history that touches no stock, payment or mail. The same line again changes nothing.',
    access: { modules: ['cli'] },
    input: z.strictObject({
      source: Text(80, 1),
      currency: Currency,
      lines: z.array(PastLine).max(10_000),
    }),
    output: z.strictObject({ added: z.int() }),
  },
} as const satisfies Record<string, Operation>
