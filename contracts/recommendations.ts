import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { Id } from '@rampart/platform/contract/fields.ts'
import { Card } from './catalog-schemas.ts'

/** Why an article is shown. The product is the one that speaks for it: named where there is one. */
const Reason = z.strictObject({
  type: z.enum([
    'bought_together',
    'similar',
    'because_you_bought',
    'because_you_looked',
    'bought_before',
    'popular',
    'new',
  ]),
  product: z.strictObject({ id: Id, slug: z.string(), name: z.string() }).nullable(),
})

/** Articles under one heading. */
const Block = z.strictObject({
  kind: z.enum(['bought_together', 'similar', 'for_you', 'buy_again', 'popular']),
  items: z.array(z.strictObject({ product: Card, reason: Reason })),
})

const Blocks = z.strictObject({ blocks: z.array(Block) })

const howMany = z.coerce.number().int().min(1).max(24).default(8)

export const recommendations = defineContract({
  name: 'recommendations',
  operations: {
    getProductRecommendations: {
      kind: 'query',
      summary: 'What is often bought together with a product, and what is like it. Says why.',
      http: { method: 'GET', path: '/products/:product_id/recommendations' },
      access: { allow: ['anyone'], permission: 'catalog:read', own: 'catalog:own' },
      input: z.strictObject({ product_id: Id, limit: howMany }),
      output: Blocks,
    },
    getRecommendations: {
      kind: 'query',
      summary:
        'For the home page or the cart: what the caller may want, from what they bought, hold in the cart or looked at.',
      http: { method: 'GET', path: '/recommendations' },
      access: { allow: ['anyone'], permission: 'catalog:read', own: 'catalog:own' },
      input: z.strictObject({
        place: z.enum(['home', 'cart']).default('home'),
        /** Repeatable: what is in the cart, or what was looked at last. */
        product_id: z.union([Id, z.array(Id).max(50)]).optional(),
        limit: howMany,
      }),
      output: Blocks,
    },
  },
})

export type Recommendations = typeof recommendations
