import { z } from 'zod'
import { Currency, Id, Minor, Nothing, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Email } from '../shared-fields.ts'
import { CartLine, Destination, PricedCart, Segment, TypedCode } from './priced-cart.ts'

const released = {
  PRICING_ORDER_RELEASED: {
    status: 409,
    message: 'The codes of this order were given back. Order again.',
  },
} as const

/** What other modules ask for. Pricing calls nobody back: callers bring the facts. */
export const internalOperations = {
  priceCart: {
    kind: 'query',
    summary: 'What a cart costs and why. Coupons and gift cards are looked at, not used up.',
    access: { modules: ['cart', 'checkout'] },
    input: z.strictObject({
      currency: Currency,
      /** Null: to the shop's own country. */
      destination: Destination.nullable(),
      /** Who buys, for limits by person; null: not known yet. */
      email: Email.nullable(),
      segments: z.array(Segment).max(20),
      lines: z.array(CartLine).max(500),
      /** What the chosen method costs; null: none is chosen. */
      shipping: z.strictObject({ price_minor: Minor }).nullable(),
      /** As they were typed. */
      coupons: z.array(TypedCode).max(10),
      /** As `openGiftCard` has answered them. */
      gift_card_ids: z.array(Id).max(10),
    }),
    output: PricedCart,
  },
  openGiftCard: {
    kind: 'command',
    summary:
      'The card behind a code that a shopper typed, to be kept by its id. Wrong tries are counted by network.',
    access: { modules: ['cart', 'checkout'] },
    input: z.strictObject({ code: TypedCode, currency: Currency }),
    output: z.strictObject({
      gift_card_id: Id,
      hint: z.string(),
      currency: Currency,
      balance_minor: Minor,
      expires_at: Timestamp.nullable(),
    }),
    errors: {
      PRICING_GIFT_CARD_UNKNOWN: { status: 404, message: 'There is no gift card with this code.' },
      PRICING_GIFT_CARD_SPENT: { status: 409, message: 'There is nothing left on this gift card.' },
      PRICING_GIFT_CARD_CURRENCY: { status: 409, message: 'This gift card is in another currency.' },
      PRICING_TOO_MANY_TRIES: { status: 429, message: 'Too many wrong codes. Try again later.' },
    },
  },
  holdForOrder: {
    kind: 'command',
    summary:
      'Use up coupons and charge gift cards for an order: all of it or nothing. The same order again answers as the first time.',
    access: { modules: ['checkout'] },
    input: z.strictObject({
      order_id: Id,
      email: Email,
      currency: Currency,
      /** Those that took something off, as `priceCart` has answered them. */
      coupons: z.array(TypedCode).max(10),
      gift_cards: z.array(z.strictObject({ gift_card_id: Id, amount_minor: Minor })).max(10),
    }),
    output: z.strictObject({ status: z.enum(['held', 'settled']) }),
    errors: {
      ...released,
      PRICING_COUPON_UNKNOWN: { status: 409, message: 'A coupon in this order is not valid any more.' },
      PRICING_COUPON_USED_UP: { status: 409, message: 'A coupon in this order has been used up.' },
      PRICING_COUPON_USED_BY_YOU: {
        status: 409,
        message: 'You have used a coupon in this order as often as it may be used.',
      },
      PRICING_GIFT_CARD_SPENT: {
        status: 409,
        message: 'There is less left on a gift card than this order takes from it.',
      },
    },
  },
  settleForOrder: {
    kind: 'command',
    summary: 'The order is paid: what was held for it stays used. Again: no effect.',
    access: { modules: ['checkout'] },
    input: z.strictObject({ order_id: Id }),
    /** `none`: nothing was ever held for it. */
    output: z.strictObject({ status: z.enum(['settled', 'none']) }),
    errors: released,
  },
  releaseForOrder: {
    kind: 'command',
    summary:
      'The order was given up or cancelled: uses and money go back. Again: no effect; what comes to be held later is refused.',
    access: { modules: ['checkout'] },
    input: z.strictObject({ order_id: Id }),
    output: Nothing,
  },
  returnToGiftCards: {
    kind: 'command',
    summary:
      'Pay a part of an order back to the gift cards that paid, once for each refund. Never more than they paid.',
    access: { modules: ['checkout'] },
    input: z.strictObject({ order_id: Id, refund_id: Id, amount_minor: Minor.min(1) }),
    output: z.strictObject({
      returned: z.array(z.strictObject({ gift_card_id: Id, hint: z.string(), amount_minor: Minor })),
    }),
    errors: {
      PRICING_RETURN_TOO_HIGH: {
        status: 409,
        message: 'That is more than the gift cards have paid of this order.',
      },
    },
  },
} as const
