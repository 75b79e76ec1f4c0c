import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { RecommendationsDeps } from './deps.ts'
import type { Basket, History } from './domain/basket.ts'
import { pageOfBaskets } from './store/baskets.ts'
import { pageOfViews } from './store/views.ts'

const PAGE = 500
const SKUS_AT_ONCE = 1_000
const DAY = 86_400_000

/** All there is to learn from: histories with items by their number, and the product behind each number. */
export type Collected = {
  /** One of each buyer; empty for those who only looked. */
  readonly histories: History[]
  /** What the buyer of the same place looked at. */
  readonly looked: number[][]
  readonly products: string[]
  readonly baskets: number
  readonly views: number
}

/**
 * Collects the shop's own baskets, and those of the orders it brought along from before, as far as the catalogue has
 * their articles. Baskets without a buyer are a history each.
 * With them goes what customers looked at.
 */
export async function collectHistories(deps: RecommendationsDeps, call: CallContext): Promise<Collected> {
  const numbers = new Map<string, number>()
  const byBuyer = new Map<string, Basket[]>()
  const looksOf = new Map<string, number[]>()
  let baskets = 0
  let views = 0
  const numberOf = (product: string): number => {
    const known = numbers.get(product)
    if (known === undefined) numbers.set(product, numbers.size)
    return known ?? numbers.size - 1
  }
  const add = (id: string, buyer: string | null, boughtAt: string, productIds: readonly string[]) => {
    if (productIds.length === 0) return
    const items = productIds.map(numberOf)
    const owner = buyer ?? `nobody ${id}`
    const basket = { at: Date.parse(boughtAt) / DAY, items: [...new Set(items)] }
    byBuyer.set(owner, [...(byBuyer.get(owner) ?? []), basket])
    baskets += 1
  }
  for await (const own of ownBaskets(deps)) add(own.order_id, own.customer_id, own.bought_at, own.product_ids)
  for await (const past of pastBaskets(deps, call)) add(past.id, past.buyer, past.bought_at, past.product_ids)
  for await (const { customer_id, product_id } of allViews(deps)) {
    if (!byBuyer.has(customer_id)) byBuyer.set(customer_id, [])
    looksOf.set(customer_id, [...(looksOf.get(customer_id) ?? []), numberOf(product_id)])
    views += 1
  }
  const histories = Array.from(byBuyer.values(), (history) => history.sort((a, b) => a.at - b.at))
  const looked = Array.from(byBuyer.keys(), (buyer) => looksOf.get(buyer) ?? [])
  return { histories, looked, products: [...numbers.keys()], baskets, views }
}

async function* allViews(deps: RecommendationsDeps) {
  let after: { customer_id: string; product_id: string } | null = null
  for (;;) {
    const page: { customer_id: string; product_id: string }[] = await pageOfViews(deps.db, after, PAGE)
    yield* page
    after = page.at(-1) ?? null
    if (page.length < PAGE) return
  }
}

async function* ownBaskets(deps: RecommendationsDeps) {
  let after: string | null = null
  for (;;) {
    const page = await pageOfBaskets(deps.db, after, PAGE)
    yield* page
    after = page.at(-1)?.order_id ?? null
    if (page.length < PAGE) return
  }
}

type PastBasket = { id: string; buyer: string | null; bought_at: string; product_ids: string[] }

async function* pastBaskets(deps: RecommendationsDeps, call: CallContext): AsyncGenerator<PastBasket> {
  const known = new Map<string, string | null>()
  let after: string | null = null
  do {
    const page: {
      orders: { id: string; buyer: string | null; bought_at: string; skus: string[] }[]
      next: string | null
    } = await deps.clients.orders.listPastBaskets(call, { after, limit: PAGE })
    await learnSkus(
      deps,
      call,
      known,
      page.orders.flatMap(({ skus }) => skus),
    )
    for (const { id, buyer, bought_at, skus } of page.orders) {
      const product_ids = skus.flatMap((sku) => known.get(sku) ?? [])
      yield { id, buyer: buyer === null ? null : `past ${buyer}`, bought_at, product_ids }
    }
    after = page.next
  } while (after !== null)
}

async function learnSkus(
  deps: RecommendationsDeps,
  call: CallContext,
  known: Map<string, string | null>,
  skus: readonly string[],
): Promise<void> {
  const unknown = [...new Set(skus)].filter((sku) => !known.has(sku))
  for (let from = 0; from < unknown.length; from += SKUS_AT_ONCE) {
    const asked = unknown.slice(from, from + SKUS_AT_ONCE)
    const { products } = await deps.clients.catalog.findProductsBySku(call, { skus: asked })
    for (const sku of asked) known.set(sku, null)
    for (const { sku, product_id } of products) known.set(sku, product_id)
  }
}
