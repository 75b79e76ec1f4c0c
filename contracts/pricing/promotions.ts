import { z } from 'zod'
import {
  Currency,
  Id,
  Nothing,
  Page,
  pageFields,
  Quantity,
  Timestamp,
} from '@rampart/platform/contract/fields.ts'
import { Email } from '../shared-fields.ts'
import { Refusal, RefusalFacts } from './explanations.ts'
import { Destination, PricedCart, Segment, TypedCode } from './priced-cart.ts'
import { badRule, Promotion, promotionFields } from './promotion-schemas.ts'

const readers = { allow: ['staff'], permission: 'promotions:read' } as const
const writers = { allow: ['staff'], permission: 'promotions:write' } as const

/** What the back office does with promotions. */
export const promotionOperations = {
  listPromotions: {
    kind: 'query',
    summary: 'Promotions in the order in which they apply.',
    http: { method: 'GET', path: '/promotions' },
    access: readers,
    input: z.strictObject({
      ...pageFields,
      status: z.enum(['off', 'scheduled', 'running', 'ended']).optional(),
      /** Part of a name. */
      q: z.string().trim().max(100).optional(),
    }),
    output: Page(Promotion),
  },
  getPromotion: {
    kind: 'query',
    summary: 'One promotion.',
    http: { method: 'GET', path: '/promotions/:promotion_id' },
    access: readers,
    input: z.strictObject({ promotion_id: Id }),
    output: Promotion,
  },
  createPromotion: {
    kind: 'command',
    summary: 'Add a promotion. It applies after all others.',
    http: { method: 'POST', path: '/promotions', status: 201 },
    access: writers,
    input: z.strictObject(promotionFields),
    output: Promotion,
    errors: badRule,
  },
  updatePromotion: {
    kind: 'command',
    summary: 'Change a promotion. Orders keep what they were priced by.',
    http: { method: 'PUT', path: '/promotions/:promotion_id' },
    access: writers,
    input: z.strictObject({ promotion_id: Id, ...promotionFields }),
    output: Promotion,
    errors: badRule,
  },
  switchPromotion: {
    kind: 'command',
    summary: 'Switch a promotion on or off.',
    http: { method: 'POST', path: '/promotions/:promotion_id/switch' },
    access: writers,
    input: z.strictObject({ promotion_id: Id, active: z.boolean() }),
    output: Promotion,
  },
  orderPromotions: {
    kind: 'command',
    summary: 'Say in which order promotions apply. Those that are not named come after them, as they stood.',
    http: { method: 'PUT', path: '/promotions/order' },
    access: writers,
    input: z.strictObject({ promotion_ids: z.array(Id).min(1).max(1_000) }),
    output: Nothing,
  },
  previewPrices: {
    kind: 'query',
    summary: 'What a made-up cart would cost, with the reason for each promotion that does nothing.',
    http: { method: 'POST', path: '/promotions/preview' },
    access: readers,
    input: z.strictObject({
      /** Absent: the shop's own. */
      currency: Currency.optional(),
      destination: Destination.nullable().default(null),
      segments: z.array(Segment).max(20).default([]),
      email: Email.nullable().default(null),
      /** Absent: now. */
      moment: Timestamp.optional(),
      items: z
        .array(z.strictObject({ variant_id: Id, quantity: Quantity }))
        .min(1)
        .max(100),
      /** A price of shipping, in the currency of the cart. */
      shipping: z.string().max(20).default('0'),
      coupons: z.array(TypedCode).max(10).default([]),
    }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          line_id: z.string(),
          product_name: z.string(),
          sku: z.string(),
          options: z.record(z.string(), z.string()),
          quantity: z.int(),
        }),
      ),
      cart: PricedCart,
      /** Promotions that do nothing here. */
      silent: z.array(
        z.strictObject({
          promotion_id: Id,
          name: z.string(),
          reason: Refusal,
          facts: RefusalFacts,
        }),
      ),
    }),
    errors: {
      PRICING_ARTICLE_UNKNOWN: { status: 409, message: 'An article is not sold any more.' },
      PRICING_NOT_IN_CURRENCY: { status: 409, message: 'An article has no price in this currency.' },
      PRICING_BAD_AMOUNT: badRule.PRICING_BAD_AMOUNT,
    },
  },
} as const
