import { z } from 'zod'
import { Text, Timestamp } from '@rampart/platform/contract/fields.ts'

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
export const PastLine = z.strictObject({
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
