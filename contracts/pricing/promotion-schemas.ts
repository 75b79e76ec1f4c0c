import { z } from 'zod'
import { Id, MoneyOut, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Segment } from './priced-cart.ts'

/** A share such as 10 or "12.5", from 0.01 to 100; parsed to hundredths of a percent. */
export const PercentIn = z.union([z.string().max(6), z.number()]).transform((value, issues): number => {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(String(value))
  const bp = match === null ? 0 : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  if (bp < 1 || bp > 10_000) {
    issues.addIssue('Use a percentage from 0.01 to 100 with at most two decimals.')
    return z.NEVER
  }
  return bp
})

/** One amount in each currency that it is for. */
const AmountsIn = z
  .array(z.strictObject({ amount: z.string().max(20), currency: z.string().regex(/^[A-Z]{3}$/) }))
  .min(1)
  .max(50)

const Pieces = z.int().min(1).max(10_000)
const Things = {
  variant_ids: z.array(Id).max(1_000),
  product_ids: z.array(Id).max(1_000),
  /** With all that is below them. */
  category_ids: z.array(Id).max(1_000),
}

/** On what: any of the things, or everything when none is named; of these sellers alone where some are named. */
export const Scope = z.strictObject({
  ...Things,
  seller_ids: z.array(Id).max(1_000),
  except: z.strictObject(Things),
})

/** What a rule does, with amounts and percentages of one form. */
function actionOf<A extends z.ZodType, P extends z.ZodType>(amounts: A, percent: P) {
  const percentage = z.strictObject({
    kind: z.literal('percentage'),
    percent,
    at_most: amounts.nullable(),
  })
  const amount = z.strictObject({
    kind: z.literal('amount'),
    amount: amounts,
    per: z.enum(['order', 'piece']),
  })
  const from = z.union([z.strictObject({ pieces: Pieces }), z.strictObject({ value: amounts })])
  return z.discriminatedUnion('kind', [
    percentage,
    amount,
    z.strictObject({
      kind: z.literal('buy_get'),
      buy: Pieces,
      get: Pieces,
      /** 100 makes the pieces free. */
      percent,
      at_most_times: Pieces.nullable(),
      /** Where the reduced pieces come from; null: from the same articles. */
      reward: Scope.nullable(),
    }),
    z.strictObject({
      kind: z.literal('tiered'),
      /** In rising order, all by pieces or all by value; the highest that is reached counts. */
      tiers: z
        .array(z.strictObject({ from, gain: z.discriminatedUnion('kind', [percentage, amount]) }))
        .min(1)
        .max(20),
    }),
    z.strictObject({ kind: z.literal('free_shipping'), at_most: amounts.nullable() }),
  ])
}

const Stacking = z.enum(['with_all', 'with_others', 'alone'])

const Percent = z.string()
const Amounts = z.array(MoneyOut)

/** A promotion as it is answered. */
export const Promotion = z.strictObject({
  id: Id,
  /** In the words that buyers read. */
  name: z.string(),
  /** For those who work with it. */
  note: z.string(),
  active: z.boolean(),
  /** What it is right now: switched off, not yet begun, in force, or over. */
  status: z.enum(['off', 'scheduled', 'running', 'ended']),
  /** The smaller applies first. */
  position: z.int(),
  starts_at: Timestamp.nullable(),
  ends_at: Timestamp.nullable(),
  segments: z.array(z.string()),
  needs_coupon: z.boolean(),
  stacking: Stacking,
  scope: Scope,
  minimum: z.strictObject({ pieces: z.int(), value: Amounts.nullable() }),
  action: actionOf(Amounts, Percent),
  /** Codes that open it. */
  coupons: z.int(),
  /** How often those were used. */
  uses: z.int(),
  created_at: Timestamp,
  updated_at: Timestamp,
})

/** What somebody says of a promotion. */
export const promotionFields = {
  name: Text(120, 1),
  note: Text(1_000).default(''),
  active: z.boolean().default(true),
  /** From this moment on, and up to but without that one. */
  starts_at: Timestamp.nullable().default(null),
  ends_at: Timestamp.nullable().default(null),
  /** For whoever is in one of them; none: for everybody. */
  segments: z.array(Segment).max(20).default([]),
  needs_coupon: z.boolean().default(false),
  stacking: Stacking.default('with_others'),
  scope: Scope.default({
    variant_ids: [],
    product_ids: [],
    category_ids: [],
    seller_ids: [],
    except: { variant_ids: [], product_ids: [], category_ids: [] },
  }),
  /** What must be bought of the scope, at prices before any discount. */
  minimum: z
    .strictObject({ pieces: z.int().min(0).max(10_000), value: AmountsIn.nullable() })
    .default({ pieces: 0, value: null }),
  action: actionOf(AmountsIn, PercentIn),
}

/** Of a rule that cannot be kept as it is. */
export const badRule = {
  PRICING_BAD_AMOUNT: {
    status: 400,
    message: 'Give each amount above 0, once for a currency of the shop, with no more decimals than it has.',
  },
  PRICING_BAD_RULE: { status: 400, message: 'This rule contradicts itself.' },
} as const
