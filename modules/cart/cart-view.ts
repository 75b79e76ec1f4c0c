import type { Cart } from '@rampart/contracts/cart.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import { priceLine } from './domain/line.ts'
import type { Facts } from './load-facts.ts'
import type { ItemRow } from './store/items.ts'

type CartView = OutputOf<Cart, 'getCart'>
type ItemView = CartView['items'][number]

/** A cart as its owner sees it, at today's prices in the one currency of `facts`. The subtotal is the sum of the lines' totals. */
export function cartView(
  cartId: string | null,
  items: readonly ItemRow[],
  facts: Facts,
  shopCurrency: string,
): CartView {
  const { currency } = facts
  let subtotal = 0
  let count = 0
  const views = items.map((item): ItemView => {
    const variant = facts.variants.get(item.variant_id)
    // What is not sold may be a draft again: its owner's new words, picture and price are nobody's yet.
    const shown = variant?.sellable === true || variant?.unpriced === true ? variant : undefined
    const comparable = (item.seen_currency ?? shopCurrency) === currency
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
    subtotal += line.line_total_minor
    count += line.quantity
    const { product_id, product_slug, product_name, sku, options } = shown ?? item.seen
    return {
      id: item.id,
      variant_id: item.variant_id,
      product_id,
      product_slug,
      product_name,
      sku,
      options,
      picture: shown?.picture ?? null,
      unit_price: moneyOut(priceMinor, currency),
      quantity: line.quantity,
      line_total: moneyOut(line.line_total_minor, currency),
      available: line.available,
      notes: [...line.notes],
    }
  })
  return { id: cartId, items: views, count, subtotal: moneyOut(subtotal, currency) }
}
