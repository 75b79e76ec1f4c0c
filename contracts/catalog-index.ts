import { z } from 'zod'
import { Id, Minor } from '@rampart/platform/contract/fields.ts'
import { CategoryRef } from './catalog-schemas.ts'

/** A published product with all that a search needs to know of it. */
export const IndexDocument = z.strictObject({
  product_id: Id,
  name: z.string(),
  brand: z.string().nullable(),
  summary: z.string(),
  description: z.string(),
  /** What its product type is called, and who sells it; null: no type, the shop itself. */
  type_name: z.string().nullable(),
  seller_name: z.string().nullable(),
  /** From the root to the product's own category. */
  categories: z.array(CategoryRef),
  skus: z.array(z.string()),
  attributes: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      value: z.union([z.string(), z.number(), z.boolean()]),
    }),
  ),
  /** The attributes that can be filtered by, as filters compare them. */
  filters: z.array(
    z.strictObject({ key: z.string(), text_value: z.string(), number_value: z.number().nullable() }),
  ),
  /** Of the leading variant, in the shop's currency. */
  price_minor: Minor,
  in_stock: z.boolean(),
  rating_count: z.int(),
  rating_average: z.number().nullable(),
  /** What names are sorted by. */
  sort_name: z.string(),
})

/** Which products are asked for: those named, or the next ones by id. */
export const IndexQuestion = z.union([
  z.strictObject({ product_ids: z.array(Id).max(500) }),
  z.strictObject({ after: Id.nullable(), limit: z.int().min(1).max(500) }),
])
