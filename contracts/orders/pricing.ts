import { z } from 'zod'
import { Id, Minor } from '@rampart/platform/contract/fields.ts'
import { Explanation } from '../pricing/explanations.ts'

const pricedAmount = {
  discount_minor: Minor,
  net_minor: Minor,
  tax_minor: Minor,
  total_minor: Minor,
} as const

/** How an order was priced, in minor units of its currency. */
export const OrderPricing = z.strictObject({
  prices: z.enum(['inclusive', 'exclusive']),
  /** One for each line of the order, in its order. */
  lines: z.array(
    z.strictObject({
      ...pricedAmount,
      /** Hundredths of a percent. */
      tax_rate_bp: z.int().min(0),
      discounts: z.array(
        z.strictObject({
          name: z.string(),
          coupon: z.string().nullable(),
          amount_minor: Minor,
          explanation: Explanation,
        }),
      ),
    }),
  ),
  shipping: z.strictObject(pricedAmount),
  discounts: z.array(
    z.strictObject({ name: z.string(), coupon: z.string().nullable(), amount_minor: Minor }),
  ),
  taxes: z.array(z.strictObject({ rate_bp: z.int().min(0), net_minor: Minor, tax_minor: Minor })),
  total_minor: Minor,
  gift_cards: z.array(z.strictObject({ gift_card_id: Id, hint: z.string(), amount_minor: Minor })),
  /** Coupons that took something off. */
  coupons: z.array(z.string()),
  /** The total less what gift cards pay. */
  to_pay_minor: Minor,
})
