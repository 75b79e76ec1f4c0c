import { z } from 'zod'
import { CountryCode, Currency, Id, Minor, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Explanation, Refusal, RefusalFacts } from './explanations.ts'

/** A code as it was typed; spaces, hyphens and small letters make no difference. */
export const TypedCode = z.string().trim().min(1).max(60)

/** What a buyer belongs to: `guests` or `customers`, and what callers may know beside. */
export const Segment = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Use lower-case letters, digits and _.')

/** Where something goes. */
export const Destination = z.strictObject({
  country: CountryCode,
  postal_code: z.string().trim().max(20).nullable(),
})

/** A line with what promotions and taxes ask about its article. */
export const CartLine = z.strictObject({
  /** The caller's own name for the line; comes back in the answer. No two lines have the same. */
  line_id: z.string().min(1).max(100),
  variant_id: Id,
  product_id: Id,
  /** The product's own and then all those above it. */
  category_ids: z.array(Id).max(200),
  seller_id: Id.nullable(),
  /** Null: whatever the shop's tax settings say of the product or its categories. */
  tax_class: z.string().max(40).nullable(),
  unit_price_minor: Minor,
  quantity: z.int().min(1).max(1_000_000),
  /** False for what no promotion may touch. */
  discountable: z.boolean().default(true),
})

/** A sum of amounts, which may be higher than one amount may be. */
const Sum = z.int().min(0)

const LineDiscount = z.strictObject({
  promotion_id: Id,
  /** The merchant's name for it, in the words that buyers read. */
  name: z.string(),
  coupon: z.string().nullable(),
  amount_minor: Sum,
  /** Less was left than the promotion would have taken. */
  limited: z.boolean(),
  explanation: Explanation,
})

/** net + tax = total, after all discounts. list − discount is the total, or the net where prices are without tax. */
const amounts = {
  list_minor: Sum,
  discount_minor: Sum,
  net_minor: Sum,
  tax_minor: Sum,
  total_minor: Sum,
  discounts: z.array(LineDiscount),
}

const Taxed = { net_minor: Sum, tax_minor: Sum, total_minor: Sum }

/** What became of a gift card that was to pay. */
const CardUse = z.strictObject({
  gift_card_id: Id,
  /** Its last four signs, to tell it from others. */
  hint: z.string(),
  amount_minor: Sum,
  /** What is on it, before this cart is paid. */
  balance_minor: Sum,
  currency: Currency,
  /** Why it pays nothing; null when it pays, or when others have paid all. */
  refused: z.enum(['unknown', 'disabled', 'expired', 'empty', 'not_in_currency']).nullable(),
})

/** A cart with what it costs and why. All amounts are minor units of its currency. */
export const PricedCart = z.strictObject({
  currency: Currency,
  prices: z.enum(['inclusive', 'exclusive']),
  priced_at: Timestamp,
  /** One for each line of the input, in its order. */
  lines: z.array(
    z.strictObject({
      line_id: z.string(),
      tax_class: z.string(),
      tax_rate_bp: z.int(),
      ...amounts,
    }),
  ),
  shipping: z.strictObject(amounts),
  /** What each promotion takes off in all, shipping included, in the order in which they apply. */
  discounts: z.array(
    z.strictObject({
      promotion_id: Id,
      name: z.string(),
      coupon: z.string().nullable(),
      amount_minor: Sum,
    }),
  ),
  /** What became of each code, in the order in which they were given. */
  coupons: z.array(
    z.strictObject({
      /** As it is kept: in capitals, without spaces and hyphens. */
      code: z.string(),
      applied: z.boolean(),
      refused: Refusal.nullable(),
      facts: RefusalFacts.nullable(),
    }),
  ),
  /** By rate, the highest first; sums of the lines and the shipping. */
  taxes: z.array(z.strictObject({ rate_bp: z.int(), net_minor: Sum, tax_minor: Sum })),
  totals: z.strictObject({
    /** All lines before discounts. */
    list_minor: Sum,
    /** Off the lines. */
    discount_minor: Sum,
    /** Before discounts. */
    shipping_minor: Sum,
    shipping_discount_minor: Sum,
    ...Taxed,
  }),
  gift_cards: z.array(CardUse),
  gift_card_minor: Sum,
  /** The total less what gift cards pay: for another means of payment. */
  to_pay_minor: Sum,
})
