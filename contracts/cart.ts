import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { Currency, Id, MoneyOut, Nothing, Quantity } from '@rampart/platform/contract/fields.ts'
import { erasureOperation, exportOperation } from './personal-data.ts'
import { TypedCode } from './pricing/priced-cart.ts'
import { ShownCoupon, ShownDiscount, ShownLineDiscount } from './pricing/shown-discounts.ts'
import { articleFields } from './shared-fields.ts'

/** What a shopper should know about a line, beside its figures. */
export const LineNote = z.enum([
  'price_changed',
  'quantity_reduced',
  'out_of_stock',
  'not_sold_any_more',
  /** Some of it is not there yet: the order is taken, and it is sent when it has come. */
  'ships_later',
  /** It has no price in the currency of the cart: what is shown as one is 0 and means nothing. */
  'not_sold_in_currency',
])

const CartItem = z.strictObject({
  id: Id,
  ...articleFields,
  unit_price: MoneyOut,
  quantity: z.int(),
  line_total: MoneyOut,
  /** Pieces that could be bought now. */
  available: z.int(),
  notes: z.array(LineNote),
  /** What promotions take off the line total. */
  discount: MoneyOut,
  discounts: z.array(ShownLineDiscount),
})

const Cart = z.strictObject({
  id: Id.nullable(),
  items: z.array(CartItem),
  /** Pieces in all lines. */
  count: z.int(),
  /** Every amount of a cart is in one currency. Before discounts. */
  subtotal: MoneyOut,
  /** Off the lines; what promotions do to the shipping is known once one is chosen. */
  discount_total: MoneyOut,
  discounts: z.array(ShownDiscount),
  /** Whether prices are with tax or without. */
  prices: z.enum(['inclusive', 'exclusive']),
  /** At home, until an address says where it goes. */
  tax_total: MoneyOut,
  /** After discounts, with tax, without shipping; before gift cards pay. */
  total: MoneyOut,
  /** Coupons that were entered. One that takes nothing off says why. */
  coupons: z.array(ShownCoupon),
  /** Gift cards that were entered, and what each would pay of this cart. */
  gift_cards: z.array(
    z.strictObject({
      gift_card_id: Id,
      hint: z.string(),
      amount: MoneyOut,
      balance: MoneyOut,
      refused: z.enum(['unknown', 'disabled', 'expired', 'empty', 'not_in_currency']).nullable(),
    }),
  ),
})

const badCurrency = {
  CART_CURRENCY_UNKNOWN: { status: 400, message: 'This shop does not sell in that currency.' },
} as const

const notInCurrency = {
  CART_NOT_IN_CURRENCY: { status: 409, message: 'This article is not sold in the currency of the cart.' },
} as const

const cannotAdd = {
  ...badCurrency,
  ...notInCurrency,
  CART_VARIANT_UNKNOWN: { status: 404, message: 'This article is not sold here.' },
  CART_VARIANT_NEEDED: { status: 400, message: 'Choose one of the article’s variants.' },
  CART_OUT_OF_STOCK: { status: 409, message: 'There is not enough stock.' },
  CART_FULL: { status: 409, message: 'A cart holds at most 100 different articles.' },
} as const

export const cart = defineContract({
  name: 'cart',
  operations: {
    getCart: {
      kind: 'query',
      summary: 'The cart of whoever asks: a customer’s own, or the one behind a guest’s token.',
      http: { method: 'GET', path: '/cart' },
      access: { allow: ['guest', 'customer'], scope: 'shop:read' },
      input: z.strictObject({}),
      output: Cart,
    },
    addItem: {
      kind: 'command',
      summary: 'Put an article into the cart; one that is there already grows.',
      http: { method: 'POST', path: '/cart/items', status: 201, guestToken: true },
      access: { allow: ['guest', 'customer'], scope: 'shop:orders', modules: ['customers'] },
      input: z
        .strictObject({
          variant_id: Id.optional(),
          product_id: Id.optional(),
          quantity: Quantity.default(1),
          /** Prices all of the cart in it from now on; absent: as it is. */
          currency: Currency.optional(),
        })
        .refine((input) => (input.variant_id === undefined) !== (input.product_id === undefined), {
          message: 'Give either variant_id or product_id.',
          path: ['variant_id'],
        }),
      output: Cart,
      errors: cannotAdd,
    },
    updateItem: {
      kind: 'command',
      summary: 'Set how many pieces of a line are wanted.',
      http: { method: 'PATCH', path: '/cart/items/:item_id' },
      access: { allow: ['guest', 'customer'], scope: 'shop:orders' },
      input: z.strictObject({ item_id: Id, quantity: Quantity }),
      output: Cart,
      errors: { CART_OUT_OF_STOCK: cannotAdd.CART_OUT_OF_STOCK, ...notInCurrency },
    },
    setCurrency: {
      kind: 'command',
      summary: 'Price the cart in another currency of the shop. A cart is in one currency at any time.',
      http: { method: 'PUT', path: '/cart/currency', guestToken: true },
      access: { allow: ['guest', 'customer'], scope: 'shop:orders' },
      input: z.strictObject({ currency: Currency }),
      output: Cart,
      errors: badCurrency,
    },
    removeItem: {
      kind: 'command',
      summary: 'Take a line out of the cart.',
      http: { method: 'DELETE', path: '/cart/items/:item_id' },
      access: { allow: ['guest', 'customer'], scope: 'shop:orders' },
      input: z.strictObject({ item_id: Id }),
      output: Cart,
    },
    enterCode: {
      kind: 'command',
      summary: 'Enter a coupon or a gift card. It is used up when the order is placed, not before.',
      http: { method: 'POST', path: '/cart/coupon', guestToken: true },
      access: { allow: ['guest', 'customer'], scope: 'shop:orders' },
      // Codes can be guessed at.
      limit: 'ordering',
      input: z.strictObject({ code: TypedCode }),
      output: Cart,
      errors: {
        CART_CODE_UNKNOWN: { status: 404, message: 'There is no coupon or gift card with this code.' },
        CART_COUPON_OVER: { status: 409, message: 'This coupon cannot be used any more.' },
        CART_GIFT_CARD_SPENT: { status: 409, message: 'There is nothing left on this gift card.' },
        CART_GIFT_CARD_CURRENCY: {
          status: 409,
          message: 'This gift card is in another currency than the cart.',
        },
        CART_TOO_MANY_CODES: { status: 409, message: 'A cart takes at most 10 codes.' },
        CART_TOO_MANY_TRIES: { status: 429, message: 'Too many wrong codes. Try again later.' },
      },
    },
    removeCode: {
      kind: 'command',
      summary: 'Take a coupon, by its code, or a gift card, by its id, out of the cart.',
      http: { method: 'DELETE', path: '/cart/coupon/:code' },
      access: { allow: ['guest', 'customer'], scope: 'shop:orders' },
      input: z.strictObject({ code: TypedCode }),
      output: Cart,
    },
    mergeCart: {
      kind: 'command',
      summary: 'Move what was put into the cart before signing in into the customer’s cart.',
      http: { method: 'POST', path: '/cart/merge' },
      access: { allow: ['customer'] },
      input: z.strictObject({}),
      output: Cart,
    },
    getCartForCheckout: {
      kind: 'query',
      summary: 'The lines of the caller’s cart, or of the named one if it is theirs.',
      access: { modules: ['checkout'] },
      input: z.strictObject({ cart_id: Id.optional() }),
      output: z.strictObject({
        cart_id: Id.nullable(),
        /** What the cart is priced in. */
        currency: Currency,
        lines: z.array(z.strictObject({ variant_id: Id, quantity: z.int() })),
        coupons: z.array(z.string()).default([]),
        gift_card_ids: z.array(Id).default([]),
      }),
    },
    takeOrderedLines: {
      kind: 'command',
      summary: 'Take the ordered pieces out of a cart, once for each order.',
      access: { modules: ['checkout'] },
      input: z.strictObject({
        cart_id: Id,
        order_id: Id,
        lines: z.array(z.strictObject({ variant_id: Id, quantity: Quantity })).max(200),
      }),
      output: Nothing,
    },
    ...exportOperation,
    ...erasureOperation,
  },
})

export type Cart = typeof cart
