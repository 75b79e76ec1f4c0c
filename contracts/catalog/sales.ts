import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import {
  Currency,
  Id,
  MoneyIn,
  MoneyOut,
  Nothing,
  Text,
  Timestamp,
} from '@rampart/platform/contract/fields.ts'

const manage = { allow: ['staff'], permission: 'catalog:write', own: 'catalog:own' } as const

const Sale = z.strictObject({
  id: Id,
  name: z.string(),
  state: z.enum(['planned', 'running', 'over']),
  starts_at: Timestamp,
  ends_at: Timestamp,
  prices: z.array(z.strictObject({ variant_id: Id, price: MoneyOut })),
})

/** Prices that hold for a time, and what was asked before. */
export const saleOperations = {
  listProductSales: {
    kind: 'query',
    summary: 'Sales of a product, those to come, running and over, the latest first.',
    http: { method: 'GET', path: '/products/:product_id/sales' },
    access: manage,
    input: z.strictObject({ product_id: Id }),
    output: z.strictObject({ items: z.array(Sale) }),
  },
  scheduleSale: {
    kind: 'command',
    summary:
      'Plan lower prices of a product from one moment to another: each variant by percent, or those named.',
    http: { method: 'POST', path: '/products/:product_id/sales', status: 201 },
    access: manage,
    input: z.strictObject({
      product_id: Id,
      name: Text(80).optional(),
      /** Now unless told. */
      starts_at: Timestamp.optional(),
      ends_at: Timestamp,
      /** Off the regular price as it is now, in every currency. Either this or prices. */
      percent: z.int().min(1).max(99).optional(),
      /** In each currency named for itself; in the others the regular price stays. */
      prices: z
        .array(z.strictObject({ variant_id: Id, price: MoneyIn }))
        .min(1)
        .max(1_000)
        .optional(),
    }),
    output: Sale,
    errors: {
      CATALOG_BAD_PRICE: {
        status: 400,
        message: 'A price must be in a currency of the shop, with no more decimals than it has.',
      },
      CATALOG_BAD_SALE: {
        status: 400,
        message:
          'A sale ends after it begins, not in the past, and asks less than the regular price: either percent or prices.',
      },
      CATALOG_SALE_OVERLAPS: { status: 409, message: 'Another sale of this product runs at that time.' },
    },
  },
  cancelSale: {
    kind: 'command',
    summary: 'End a running sale at once, or drop one to come.',
    http: { method: 'DELETE', path: '/products/:product_id/sales/:sale_id', status: 204 },
    access: manage,
    input: z.strictObject({ product_id: Id, sale_id: Id }),
    output: Nothing,
    errors: { CATALOG_SALE_OVER: { status: 409, message: 'The sale is over.' } },
  },
  getPriceHistory: {
    kind: 'query',
    summary: 'What was asked for the variants of a product, and since when; the latest changes first.',
    http: { method: 'GET', path: '/products/:product_id/price-history' },
    access: manage,
    input: z.strictObject({ product_id: Id }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          variant_id: Id,
          sku: z.string(),
          options: z.record(z.string(), z.string()),
          since: Timestamp,
          /** What it was asked in. */
          currency: Currency.optional(),
          /** Null: it was not offered from then on. */
          price: MoneyOut.nullable(),
        }),
      ),
    }),
  },
} as const satisfies Readonly<Record<string, Operation>>
