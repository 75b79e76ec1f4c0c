import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import {
  CountryCode,
  Currency,
  Id,
  MoneyIn,
  MoneyOut,
  Quantity,
  Text,
} from '@rampart/platform/contract/fields.ts'
import { LineNote } from './cart.ts'
import { Order } from './orders.ts'
import { PaymentMethod } from './payments/payment-method.ts'
import { TypedCode } from './pricing/priced-cart.ts'
import { ShownCoupon, ShownDiscount, ShownLineDiscount, ShownTax } from './pricing/shown-discounts.ts'
import { Address, Email, Picture } from './shared-fields.ts'

const WantedItem = z
  .strictObject({ variant_id: Id.optional(), product_id: Id.optional(), quantity: Quantity })
  .refine((item) => (item.variant_id === undefined) !== (item.product_id === undefined), {
    message: 'Give either variant_id or product_id.',
    path: ['variant_id'],
  })

const Quote = z.strictObject({
  items: z.array(
    z.strictObject({
      variant_id: Id,
      product_slug: z.string(),
      product_name: z.string(),
      options: z.record(z.string(), z.string()),
      picture: Picture.nullable(),
      unit_price: MoneyOut,
      quantity: z.int(),
      line_total: MoneyOut,
      discount: MoneyOut,
      discounts: z.array(ShownLineDiscount),
      notes: z.array(LineNote),
    }),
  ),
  subtotal: MoneyOut,
  shipping_options: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      description: z.string(),
      price: MoneyOut,
      min_days: z.int(),
      max_days: z.int(),
    }),
  ),
  /** The chosen option, or the cheapest; null where nothing is delivered. */
  shipping_method: z.string().nullable(),
  /** Before discounts. */
  shipping_total: MoneyOut,
  /** Off the lines and the shipping. */
  discount_total: MoneyOut,
  discounts: z.array(ShownDiscount),
  prices: z.enum(['inclusive', 'exclusive']),
  tax_total: MoneyOut,
  taxes: z.array(ShownTax),
  /** What the order costs, however it is paid. */
  total: MoneyOut,
  gift_card_total: MoneyOut,
  gift_cards: z.array(z.strictObject({ gift_card_id: Id, hint: z.string(), amount: MoneyOut })),
  /** The total less what gift cards pay. */
  to_pay: MoneyOut,
  /** What became of each coupon that was entered. */
  coupons: z.array(ShownCoupon),
  payment_methods: z.array(
    z.strictObject({ code: PaymentMethod, name: z.string(), description: z.string() }),
  ),
})

const cannotQuote = {
  CHECKOUT_EMPTY: { status: 409, message: 'There is nothing to order.' },
  CHECKOUT_ARTICLE_UNKNOWN: { status: 409, message: 'An article in this order is not sold any more.' },
  CHECKOUT_VARIANT_NEEDED: { status: 400, message: 'Choose one of the article’s variants.' },
  CHECKOUT_NOT_IN_CURRENCY: {
    status: 409,
    message: 'An article in this order is not sold in its currency.',
  },
  CHECKOUT_CURRENCY_UNKNOWN: { status: 400, message: 'This shop does not sell in that currency.' },
  CHECKOUT_CURRENCY_CHANGED: {
    status: 409,
    message: 'The cart is in another currency now. Look at it again.',
  },
  CHECKOUT_GIFT_CARD_SPENT: {
    status: 409,
    message: 'There is not enough left on this gift card, or no such card.',
  },
  CHECKOUT_TOO_MANY_TRIES: { status: 429, message: 'Too many wrong codes. Try again later.' },
} as const

/** Beside those of the cart. */
const codes = { coupon: TypedCode.optional(), gift_card: TypedCode.optional() }

/** What an order of named items is priced in; absent: the shop's own. Of a cart: what it must still be in. */
const inCurrency = { currency: Currency.optional() }

export const checkout = defineContract({
  name: 'checkout',
  operations: {
    quoteCheckout: {
      kind: 'query',
      summary: 'What an order would cost now, with the ways to ship and to pay. Nothing is kept.',
      http: { method: 'POST', path: '/checkout' },
      access: { allow: ['guest', 'customer'], scope: 'shop:orders' },
      input: z.strictObject({
        items: z.array(WantedItem).min(1).max(100).optional(),
        cart_id: Id.optional(),
        ...inCurrency,
        ...codes,
        country: CountryCode.optional(),
        shipping_method: z.string().max(40).optional(),
      }),
      output: Quote,
      errors: cannotQuote,
    },
    placeOrder: {
      kind: 'command',
      summary: 'Place an order: prices it, holds the stock, writes the order, opens the payment.',
      http: { method: 'POST', path: '/orders', status: 201, guestToken: true },
      access: { allow: ['guest', 'customer'], scope: 'shop:orders' },
      limit: 'ordering',
      idempotency: 'required',
      input: z.strictObject({
        /** Needed from guests. A customer's order goes to the account's address unless another is given. */
        email: Email.optional(),
        items: z.array(WantedItem).min(1).max(100).optional(),
        cart_id: Id.optional(),
        ...inCurrency,
        ...codes,
        shipping_address: Address,
        billing_address: Address.optional(),
        shipping_method: z.string().max(40).optional(),
        payment_method: PaymentMethod,
        note: Text(500).optional(),
        /** What the buyer was shown. The order is refused if it would cost something else. */
        expected_total: MoneyIn.optional(),
      }),
      output: Order,
      errors: {
        ...cannotQuote,
        CHECKOUT_EMAIL_NEEDED: { status: 400, message: 'Give an e-mail address for the order.' },
        CHECKOUT_OUT_OF_STOCK: { status: 409, message: 'There is not enough stock for this order.' },
        CHECKOUT_NOT_DELIVERED_THERE: { status: 409, message: 'Nothing is delivered to this country.' },
        CHECKOUT_SHIPPING_UNKNOWN: {
          status: 400,
          message: 'There is no such shipping method for this address.',
        },
        CHECKOUT_PAYMENT_NOT_OFFERED: { status: 409, message: 'This way to pay is not offered.' },
        CHECKOUT_PRICE_CHANGED: {
          status: 409,
          message: 'The price has changed since it was shown. Look at it again.',
        },
        CHECKOUT_COUPON_REFUSED: { status: 409, message: 'A coupon cannot be used for this order.' },
        CHECKOUT_FAILED: {
          status: 409,
          message: 'This order could not be completed. Start again with a new Idempotency-Key.',
        },
      },
    },
    completeCheckout: {
      kind: 'command',
      summary: 'The buyer is back from the payment page: look how the payment stands and finish the order.',
      http: { method: 'POST', path: '/checkout/:order_id/complete' },
      access: { allow: ['guest', 'customer'], scope: 'shop:orders' },
      input: z.strictObject({ order_id: Id, token: z.string().max(100).optional() }),
      output: Order,
    },
  },
})

export type Checkout = typeof checkout
