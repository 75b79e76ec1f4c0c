import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Card } from './catalog-schemas.ts'
import { erasureOperation, exportOperation } from './personal-data.ts'

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

/** Repeatable: what is not to be shown, such as what is in the cart already. */
const exclude = z.union([Id, z.array(Id).max(100)]).optional()

/** Whether the shop remembers what a customer looks at, and how many products it does at present. */
const ViewMemory = z.strictObject({ remember: z.boolean(), products: z.int() })

/** What was learnt from, and how long that took. */
const Training = z.strictObject({
  trained_at: Timestamp,
  /** Orders, those brought along from another shop included. */
  baskets: z.int(),
  buyers: z.int(),
  products: z.int(),
  /** Looks at products, each product once for each customer. */
  views: z.int(),
  seconds: z.number(),
})

const howMany = z.coerce.number().int().min(1).max(24).default(8)

export const recommendations = defineContract({
  name: 'recommendations',
  operations: {
    getProductRecommendations: {
      kind: 'query',
      summary: 'What is often bought together with a product, and what is like it. Says why.',
      http: { method: 'GET', path: '/products/:product_id/recommendations' },
      access: { allow: ['anyone'], permission: 'catalog:read', own: 'catalog:own' },
      input: z.strictObject({ product_id: Id, exclude, limit: howMany }),
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
        exclude,
        limit: howMany,
      }),
      output: Blocks,
    },
    rememberView: {
      kind: 'command',
      summary: 'Remember that the caller looked at a product, unless they do not want that.',
      http: { method: 'POST', path: '/products/:product_id/views', status: 204 },
      access: { allow: ['customer'] },
      input: z.strictObject({ product_id: Id }),
      output: Nothing,
    },
    getViewMemory: {
      kind: 'query',
      summary: 'Whether the shop remembers what you look at.',
      http: { method: 'GET', path: '/auth/me/views' },
      access: { allow: ['customer'] },
      input: z.strictObject({}),
      output: ViewMemory,
    },
    setViewMemory: {
      kind: 'command',
      summary: 'Choose whether the shop remembers what you look at. With no, it forgets what it knows.',
      http: { method: 'PUT', path: '/auth/me/views' },
      access: { allow: ['customer'] },
      input: z.strictObject({ remember: z.boolean() }),
      output: ViewMemory,
    },
    getTraining: {
      kind: 'query',
      summary: 'What recommendations were last learnt from, and whether they are being learnt now.',
      http: { method: 'GET', path: '/recommendations/training' },
      access: { allow: ['staff'], permission: 'catalog:write' },
      input: z.strictObject({}),
      output: z.strictObject({
        /** What is in force; null before the first training. */
        last: Training.nullable(),
        /** Begun and not yet at its end; `waiting`: ordered and not yet begun. */
        now: z.enum(['idle', 'waiting', 'running']),
        since: Timestamp.nullable(),
        /** The last one that came to no good end, if none did since. */
        failed_at: Timestamp.nullable(),
        /** What there is to learn from by now, orders brought along not counted. */
        baskets: z.int(),
        views: z.int(),
      }),
    },
    trainNow: {
      kind: 'command',
      summary: 'Learn recommendations anew, in the background. Until then the old ones are shown.',
      http: { method: 'POST', path: '/recommendations/training', status: 202 },
      access: { allow: ['staff'], permission: 'catalog:write' },
      input: z.strictObject({}),
      output: z.strictObject({ ordered_at: Timestamp }),
    },
    getForOrder: {
      kind: 'query',
      summary: 'What goes with an order, for the mail about it; null when there is nothing to show.',
      access: { modules: ['notifications'] },
      input: z.strictObject({
        customer_id: Id.nullable(),
        product_ids: z.array(Id).min(1).max(200),
        limit: z.int().min(1).max(12),
      }),
      output: z.strictObject({ block: Block.nullable() }),
    },
    ...exportOperation,
    ...erasureOperation,
  },
})

export type Recommendations = typeof recommendations
