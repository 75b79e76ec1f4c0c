import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { type HarnessOptions, testModule } from '@rampart/platform/testing/module-harness.ts'
import { pricingModule } from '../module.ts'

const staff = {
  kind: 'staff',
  id: newId(),
  session_id: newId(),
  role: 'owner',
  permissions: ['*:*'],
  authenticated_at: Date.now() + 86_400_000,
} as const

/** What the catalogue sells: three articles at 10.00, 20.00 and 30.00, the first two in a category. */
export const shelf = { pen: newId(), book: newId(), lamp: newId(), stationery: newId(), all: newId() }

const articles = [
  { variant_id: shelf.pen, product_id: newId(), product_name: 'Pen', price_minor: 1_000, path: [shelf.stationery, shelf.all] },
  { variant_id: shelf.book, product_id: newId(), product_name: 'Book', price_minor: 2_000, path: [shelf.stationery, shelf.all] },
  { variant_id: shelf.lamp, product_id: newId(), product_name: 'Lamp', price_minor: 3_000, path: [] },
] // prettier-ignore

const catalog = {
  getVariantsForSale: ({ variant_ids, currency }: { variant_ids: string[]; currency: string }) =>
    Promise.resolve({
      variants: articles
        .filter((one) => variant_ids.includes(one.variant_id))
        .map(({ path: _path, ...one }) => ({
          ...one,
          ...{ product_slug: 'x', sku: one.product_name, options: {}, picture: null, seller_id: null },
          ...{ currency, sellable: true },
        })),
    }),
  findCategoryPaths: ({ product_ids }: { product_ids: string[] }) =>
    Promise.resolve({
      products: articles
        .filter((one) => product_ids.includes(one.product_id))
        .map(({ product_id, path }) => ({ product_id, category_ids: path })),
    }),
}

export const percentOff = (percent: number, more: object = {}) => ({
  name: `${String(percent)} % off`,
  action: { kind: 'percentage', percent, at_most: null },
  ...more,
})

export const euros = (amount: string) => [{ amount, currency: 'EUR' }]

/** One line of the shelf as carts name it. */
export function line(variant_id: string, quantity = 1, more: object = {}) {
  const article = articles.find((one) => one.variant_id === variant_id)
  return {
    ...{ line_id: newId(), variant_id, product_id: article?.product_id ?? newId(), seller_id: null },
    ...{ category_ids: article?.path ?? [], tax_class: null, quantity },
    unit_price_minor: article?.price_minor ?? 1_000,
    ...more,
  }
}

export const productOf = (variant_id: string): string =>
  articles.find((one) => one.variant_id === variant_id)?.product_id ?? ''

type Answer = Readonly<Record<string, never>>

/** Pricing with a database of its own, and short names for what tests do to it. */
export async function openPricing(options: HarnessOptions = {}) {
  const h = await testModule(pricingModule, {
    stubs: { catalog },
    ...options,
    settings: { shop_currency: 'EUR', shop_currencies: ['EUR', 'USD'], ...options.settings },
  })
  const asStaff = (operation: string, input: object): Promise<Answer> =>
    h.call(operation, input, { principal: staff, idempotency_key: newId() })
  const asCheckout = (operation: string, input: object): Promise<Answer> =>
    h.call(operation, input, { caller: 'checkout' })
  return {
    ...h,
    asStaff,
    asCheckout,
    promote: async (input: object): Promise<string> => (await asStaff('createPromotion', input))['id'] ?? '',
    /** A promotion that needs a code, with one code. */
    async coupon(code: string, limits: object = {}, more: object = {}): Promise<string> {
      const { id } = await asStaff('createPromotion', percentOff(10, { needs_coupon: true, ...more }))
      await asStaff('createCoupons', { promotion_id: id, code, ...limits })
      return id ?? ''
    },
    /** A new card with its code. */
    card: (amount: string, more: object = {}): Promise<{ id: string; code: string; hint: string }> =>
      asStaff('issueGiftCard', { amount: { amount, currency: 'EUR' }, ...more }) as never,
    price: (lines: readonly object[], more: object = {}): Promise<Answer> =>
      asCheckout('priceCart', {
        ...{ currency: 'EUR', destination: null, email: null, segments: [], lines, shipping: null },
        ...{ coupons: [], gift_card_ids: [], ...more },
      }),
    hold: (order_id: string, more: object = {}): Promise<Answer> =>
      asCheckout('holdForOrder', {
        ...{ order_id, email: `${order_id}@example.com`, currency: 'EUR', coupons: [], gift_cards: [] },
        ...more,
      }),
    usesOf: async (code: string): Promise<number> =>
      (await h.db.one<{ uses: number }>(sql`SELECT uses FROM pricing.coupons WHERE code = ${code}`)).uses,
    balanceOf: async (id: string): Promise<number> =>
      (
        await h.db.one<{ balance_minor: number }>(
          sql`SELECT balance_minor FROM pricing.gift_cards WHERE id = ${id}`,
        )
      ).balance_minor,
    audits: async (): Promise<string[]> =>
      (await h.events())
        .filter((event) => event.type === 'audit.entry-recorded.v1')
        .map((event) => (event.payload as { action: string }).action),
  }
}
