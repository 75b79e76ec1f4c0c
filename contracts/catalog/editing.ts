import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Text } from '@rampart/platform/contract/fields.ts'
import { badAttributes, badProduct, Product, ProductStatus } from '../catalog-schemas.ts'

const manage = { allow: ['staff'], permission: 'catalog:write', own: 'catalog:own' } as const

const Tags = z.array(Text(40, 1)).min(1).max(50)

/** Editing of more than one field of one product. */
export const editingOperations = {
  duplicateProduct: {
    kind: 'command',
    summary: 'A draft like this product, with SKUs and an address of its own and nothing in stock.',
    http: { method: 'POST', path: '/products/:product_id/duplicate', status: 201 },
    access: manage,
    input: z.strictObject({ product_id: Id, name: Text(200, 1).optional() }),
    output: Product,
    errors: badProduct,
  },
  bulkEditProducts: {
    kind: 'command',
    summary:
      'Change status, category, prices or tags of many products, all or none; or only tell what would change.',
    http: { method: 'POST', path: '/manage/products/bulk' },
    access: manage,
    input: z.strictObject({
      product_ids: z.array(Id).min(1).max(200),
      status: ProductStatus.optional(),
      category_id: Id.nullable().optional(),
      /** Added to each regular price; below zero it is taken off. Rounded to the minor unit. */
      price_percent: z.number().min(-90).max(900).optional(),
      add_tags: Tags.optional(),
      remove_tags: Tags.optional(),
      /** Nothing is written. */
      dry_run: z.boolean().default(false),
    }),
    output: z.strictObject({
      dry_run: z.boolean(),
      changed: z.int(),
      items: z.array(
        z.strictObject({
          id: Id,
          name: z.string(),
          /** What differs, as text; a price is the lowest regular one. */
          changes: z.array(
            z.strictObject({
              field: z.enum(['status', 'category', 'price', 'tags']),
              before: z.string(),
              after: z.string(),
            }),
          ),
        }),
      ),
    }),
    errors: {
      CATALOG_NOTHING_TO_CHANGE: { status: 400, message: 'Say what shall change.' },
      CATALOG_BAD_PRICE: { status: 400, message: 'A price would be too high.' },
      CATALOG_CATEGORY_UNKNOWN: { status: 400, message: 'There is no such category.' },
      ...badAttributes,
    },
  },
} as const satisfies Readonly<Record<string, Operation>>
