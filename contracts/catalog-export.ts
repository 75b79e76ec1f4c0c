import { z } from 'zod'
import { Id, MoneyOut } from '@rampart/platform/contract/fields.ts'
import { ProductStatus } from './catalog-schemas.ts'

/** A product as it is written to a file, in the words in which an import reads it. */
export const ExportRow = z.strictObject({
  slug: z.string(),
  name: z.string(),
  status: ProductStatus,
  brand: z.string().nullable(),
  summary: z.string(),
  description: z.string(),
  /** Names from the root down; empty: in none. */
  category_path: z.array(z.string()),
  /** The name of its product type; null: none. */
  type: z.string().nullable(),
  tags: z.array(z.string()),
  seo_title: z.string(),
  seo_description: z.string(),
  pictures: z.array(z.strictObject({ id: Id, alt: z.string() })),
  attributes: z.array(
    z.strictObject({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) }),
  ),
  options: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
  variants: z.array(
    z.strictObject({
      sku: z.string(),
      options: z.record(z.string(), z.string()),
      /** Without sales: what is asked when none runs. */
      price: MoneyOut,
      compare_at_price: MoneyOut.nullable(),
      /** In other currencies of the shop. */
      prices: z.array(z.strictObject({ price: MoneyOut, compare_at_price: MoneyOut.nullable() })),
      /** Pieces that can be bought now. An import reads it for variants that are new. */
      quantity: z.int(),
    }),
  ),
})
