import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { recommendationsModule } from '../module.ts'

type Article = { id: string; name: string; in_stock: boolean; category: string }
type PlacedOrder = {
  id: string
  customer_id: string | null
  placed_at: string
  product_ids: string[]
  status: string
}
type Related = { product_id?: string; limit: number; alike?: boolean }
type PastOrder = { id: string; buyer: string | null; bought_at: string; skus: string[] }

export const NOW = new Date('2026-06-01T12:00:00.000Z')

/** A shop window with a few articles, and orders to learn from. */
export async function openScene() {
  const articles = new Map<string, Article>()
  const skus = new Map<string, string>()
  const placed: PlacedOrder[] = []
  const past: PastOrder[] = []
  let asked = 0
  const money = { amount: '10.00', currency: 'USD' }
  const card = ({ id, name, in_stock }: Article) => ({
    ...{ id, slug: name, name, brand: null, price: money, price_varies: false, compare_at_price: null },
    ...{ picture: null, in_stock, sold_by: null, rating: { count: 0, average: 0 } },
  })
  let now = NOW
  const shop = await testModule(recommendationsModule, {
    clock: () => now,
    stubs: {
      catalog: {
        getCards: async ({ product_ids }: { product_ids: string[] }) => ({
          items: product_ids.flatMap((id) => {
            const found = articles.get(id)
            return found === undefined ? [] : [card(found)]
          }),
        }),
        findRelated: async ({ product_id, limit, alike }: Related) => ({
          product_ids: [...articles.values()]
            .filter(({ id }) => id !== product_id)
            .filter(({ category }) => !alike || category === articles.get(product_id ?? '')?.category)
            .map(({ id }) => id)
            .slice(0, limit),
        }),
        findProductsBySku: async ({ skus: wanted }: { skus: string[] }) => ({
          products: wanted.flatMap((sku) => {
            const product_id = skus.get(sku)
            return product_id === undefined ? [] : [{ sku, product_id }]
          }),
        }),
      },
      orders: {
        getPlacedOrder: async ({ order_id }: { order_id: string }) => {
          const order = placed.find(({ id }) => id === order_id)
          return order === undefined ? null : orderView(order)
        },
        listPaidBaskets: async ({ after }: { after: string | null }) => {
          asked += 1
          const from = after === null ? 0 : placed.findIndex(({ id }) => id === after) + 1
          const orders = placed.slice(from, from + 2).map(({ status: _, ...order }) => order)
          return { orders, next: from + 2 < placed.length ? (orders.at(-1)?.id ?? null) : null }
        },
        listPastBaskets: async () => ({ orders: past, next: null }),
      },
    },
  })
  return {
    ...shop,
    advance: (days: number) => void (now = new Date(now.getTime() + days * 86_400_000)),
    timesTakenOver: () => asked,
    article(name: string, in_stock = true, category = 'things'): string {
      const id = newId()
      articles.set(id, { id, name, in_stock, category })
      skus.set(name, id)
      return id
    },
    archive: (id: string) => articles.delete(id),
    past: (order: PastOrder) => past.push(order),
    /** An order that is there, without its event. */
    order(product_ids: string[], more: Partial<PlacedOrder> = {}): string {
      const id = newId()
      placed.push({
        id,
        customer_id: null,
        placed_at: '2026-05-30T12:00:00.000Z',
        status: 'paid',
        product_ids,
        ...more,
      })
      return id
    },
    paid: (order_id: string) => shop.deliver('orders.order-paid.v1', { order_id }),
  }
}

export const customer = (id: string): Principal => ({
  kind: 'customer',
  id,
  session_id: newId(),
  guest_token: null,
})

function orderView(order: PlacedOrder) {
  const money = { amount: '10.00', currency: 'USD' }
  const line = (product_id: string) => ({
    ...{
      id: newId(),
      variant_id: newId(),
      product_id,
      product_slug: 'a',
      product_name: 'A',
      sku: 'A',
      options: {},
    },
    ...{ picture: null, unit_price: money, quantity: 1, line_total: money, total: money },
    ...{ discount: money, tax: money, tax_rate_percent: '0', discounts: [] },
  })
  return {
    ...{
      id: order.id,
      number: '1',
      status: order.status,
      email: 'a@example.com',
      customer_id: order.customer_id,
    },
    items: order.product_ids.map(line),
    ...{ subtotal: money, shipping_total: money, total: money, refunded_total: money },
    ...{ discount_total: money, tax_total: money, gift_card_total: money },
    ...{ prices: 'inclusive', discounts: [], taxes: [] },
    shipping_method: { code: 'standard', name: 'Standard' },
    shipping_address: { street: 'A 1', city: 'B', postal_code: '1', country: 'DE' },
    ...{ billing_address: null, note: null, payment: null, shipment: null, history: [], allowed_actions: [] },
    ...{ placed_at: order.placed_at, tracking_token: null },
  }
}
