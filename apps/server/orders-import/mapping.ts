import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const Column = z.string().min(1)

/** Which column of a file of past orders holds what. There is none for names and addresses: they stay where they are. */
export const OrdersMapping = z.strictObject({
  /** What the other shop is called in this one. */
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Use lower-case letters, digits and hyphens.')
    .default('orders'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'Use a three-letter currency code.'),
  invoice: Column.default('invoice'),
  sku: Column.default('sku'),
  name: Column.default('name'),
  quantity: Column.default('quantity'),
  /** Of one piece, as a decimal number. */
  price: Column.default('price'),
  /** ISO 8601 or `2010-12-01 08:26:00`; without a zone it is UTC. */
  bought_at: Column.default('bought_at'),
  customer: Column.default('customer'),
  country: Column.default('country'),
  /** Invoices whose number begins so are cancellations. */
  cancellation_prefix: z.string().min(1).optional(),
  /** SKUs of articles begin with so many digits; others are postage, fees, corrections. */
  article_digits: z.int().min(1).max(20).optional(),
})

export type OrdersMapping = z.output<typeof OrdersMapping>

/**
 * Reads a mapping file; without one, columns have the names of the fields and prices are in the shop's currency.
 * @throws an Error with a sentence for a person when the file is no mapping
 */
export async function readOrdersMapping(
  path: string | undefined,
  shopCurrency: string,
): Promise<OrdersMapping> {
  if (path === undefined) return OrdersMapping.parse({ currency: shopCurrency })
  const parsed = OrdersMapping.safeParse(parseJson(path, await readFile(path, 'utf8')))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Error(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a mapping'}`)
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${path}: this is not JSON.`)
  }
}
