import { z } from 'zod'
import {
  Id,
  Nothing,
  Page,
  pageFields,
  Quantity,
  Text,
  Timestamp,
} from '@rampart/platform/contract/fields.ts'
import { Card } from '../catalog-schemas.ts'

const Wish = z.strictObject({
  product_id: Id,
  /** Null once it is no longer sold. */
  product: Card.nullable(),
  added_at: Timestamp,
  /** Whether a mail comes once it is back in stock. */
  notice: z.boolean(),
})

const WishlistName = Text(80)

const reads = { allow: ['customer'], scope: 'shop:read' } as const
const writes = { allow: ['customer'], scope: 'shop:orders' } as const

const full = {
  CUSTOMERS_WISHLIST_FULL: { status: 409, message: 'A wishlist holds at most 200 products.' },
} as const

const cannotMove = {
  CUSTOMERS_VARIANT_UNKNOWN: { status: 404, message: 'The product has no such variant.' },
  CUSTOMERS_VARIANT_NEEDED: { status: 400, message: 'Choose one of the product’s variants.' },
  CUSTOMERS_NOT_IN_CURRENCY: {
    status: 409,
    message: 'This article is not sold in the currency of the cart.',
  },
  CUSTOMERS_OUT_OF_STOCK: { status: 409, message: 'There is not enough stock.' },
  CUSTOMERS_CART_FULL: { status: 409, message: 'The cart is full.' },
} as const

export const wishlistOperations = {
  getWishlist: {
    kind: 'query',
    summary: 'What the signed-in customer has put on their wishlist, newest first.',
    http: { method: 'GET', path: '/wishlist' },
    access: reads,
    input: z.strictObject(pageFields),
    output: z.strictObject({
      /** Empty until the customer gives one. */
      name: z.string(),
      /** Since when a link leads to it; null: it is not shared. */
      shared_at: Timestamp.nullable(),
      ...Page(Wish).shape,
    }),
  },
  getWishlistIds: {
    kind: 'query',
    summary: 'The ids of the products on the wishlist, and of those that a notice is wanted for.',
    http: { method: 'GET', path: '/wishlist/ids' },
    access: reads,
    input: z.strictObject({}),
    output: z.strictObject({ product_ids: z.array(Id), notice_ids: z.array(Id) }),
  },
  addToWishlist: {
    kind: 'command',
    summary: 'Put a product on the wishlist. One that is there already stays as it is.',
    http: { method: 'POST', path: '/wishlist', status: 201 },
    access: writes,
    input: z.strictObject({ product_id: Id }),
    output: Wish,
    errors: full,
  },
  mergeWishlist: {
    kind: 'command',
    summary:
      'Put on the wishlist what was wished for before signing in, as far as it is sold and there is room.',
    http: { method: 'POST', path: '/wishlist/merge' },
    access: writes,
    input: z.strictObject({ product_ids: z.array(Id).max(50) }),
    output: z.strictObject({ added: z.int() }),
  },
  renameWishlist: {
    kind: 'command',
    summary: 'Name the wishlist. Whoever opens its link reads the name, and nothing else about the customer.',
    http: { method: 'PATCH', path: '/wishlist' },
    access: writes,
    input: z.strictObject({ name: WishlistName }),
    output: z.strictObject({ name: z.string() }),
  },
  removeFromWishlist: {
    kind: 'command',
    summary: 'Take a product off the wishlist, and with it the notice.',
    http: { method: 'DELETE', path: '/wishlist/:product_id', status: 204 },
    access: writes,
    input: z.strictObject({ product_id: Id }),
    output: Nothing,
  },
  moveWishToCart: {
    kind: 'command',
    summary:
      'Put a product of the wishlist into the cart and take it off the list. Name a variant if it has several.',
    http: { method: 'POST', path: '/wishlist/:product_id/move-to-cart' },
    access: writes,
    input: z.strictObject({ product_id: Id, variant_id: Id.optional(), quantity: Quantity.default(1) }),
    output: z.strictObject({ variant_id: Id, quantity: z.int(), cart_count: z.int() }),
    errors: cannotMove,
  },
  wantNotice: {
    kind: 'command',
    summary:
      'Ask for one mail once a sold-out product, or one variant of it, is back in stock. Puts it on the wishlist.',
    http: { method: 'PUT', path: '/wishlist/:product_id/notice' },
    access: writes,
    input: z.strictObject({ product_id: Id, variant_id: Id.optional() }),
    output: Wish,
    errors: {
      ...full,
      CUSTOMERS_IN_STOCK: { status: 409, message: 'It is in stock: there is nothing to wait for.' },
    },
  },
  withdrawNotice: {
    kind: 'command',
    summary: 'Want no mail about a product any more. It stays on the wishlist.',
    http: { method: 'DELETE', path: '/wishlist/:product_id/notice', status: 204 },
    access: writes,
    input: z.strictObject({ product_id: Id }),
    output: Nothing,
  },
  shareWishlist: {
    kind: 'command',
    summary:
      'Make a link that shows the wishlist to whoever has it. The link before, if any, leads nowhere from then on.',
    http: { method: 'POST', path: '/wishlist/share', status: 201 },
    access: writes,
    idempotency: 'none',
    input: z.strictObject({}),
    /** The token is told this once. */
    output: z.strictObject({ token: z.string(), url: z.string(), shared_at: Timestamp }),
  },
  unshareWishlist: {
    kind: 'command',
    summary: 'Withdraw the link to the wishlist.',
    http: { method: 'DELETE', path: '/wishlist/share', status: 204 },
    access: writes,
    input: z.strictObject({}),
    output: Nothing,
  },
  getSharedWishlist: {
    kind: 'query',
    summary: 'A wishlist by its link: its name and what is on it, and nothing about whose it is.',
    http: { method: 'GET', path: '/wishlist/shared/:token' },
    access: { allow: ['anyone'] },
    input: z.strictObject({ token: z.string().max(100) }),
    output: z.strictObject({ name: z.string(), products: z.array(Card) }),
  },
} as const
