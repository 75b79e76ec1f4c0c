import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Cart } from '@rampart/contracts/cart.ts'
import { type PricedLine, priceLine } from './domain/line.ts'
import type { Facts } from './load-facts.ts'
import type { ItemRow, SeenArticle } from './store/items.ts'

/** A line of a cart as it is now. Prices in minor units of the currency of `facts`. */
export type Line = PricedLine & {
  readonly id: string
  readonly variant_id: string
  readonly unit_price_minor: number
  readonly article: SeenArticle & {
    readonly picture: OutputOf<Cart, 'getCart'>['items'][number]['picture']
  }
}

/** A line by what catalogue and stock say today. */
export function lineOf(item: ItemRow, facts: Facts, shopCurrency: string): Line {
  const variant = facts.variants.get(item.variant_id)
  // What is not sold may be a draft again: its owner's new words, picture and price are nobody's yet.
  const shown = variant?.sellable === true || variant?.unpriced === true ? variant : undefined
  const comparable = (item.seen_currency ?? shopCurrency) === facts.currency
  // A price that was seen in another currency is none in this one.
  const priceMinor = shown?.price_minor ?? (comparable ? item.unit_price_minor : 0)
  const line = priceLine({
    quantity: item.quantity,
    seen_price_minor: comparable ? item.unit_price_minor : priceMinor,
    price_minor: priceMinor,
    sellable: variant?.sellable ?? false,
    unpriced: variant?.unpriced ?? false,
    available: facts.available.get(item.variant_id) ?? 0,
    here: facts.here.get(item.variant_id) ?? 0,
  })
  const { product_id, product_slug, product_name, sku, options } = shown ?? item.seen
  return {
    ...line,
    id: item.id,
    variant_id: item.variant_id,
    unit_price_minor: priceMinor,
    article: { product_id, product_slug, product_name, sku, options, picture: shown?.picture ?? null },
  }
}

/** Whether some of it could be ordered now. */
export function isBuyable({ available }: Line): boolean {
  return available > 0
}
