import type { Article } from './articles.ts'
import type { Cart } from './cart.ts'
import { spread } from './spread.ts'
import { rateFor } from './tax/rate-for.ts'
import type { TaxRules } from './tax/rules.ts'

/** An amount with one rate of tax: an article, or a part of the shipping. */
export type Position = { readonly list_minor: number; readonly rate_bp: number }

/** What discounts are taken off and taxes are rounded for: the articles first, then the shipping. */
export function positionsOf(cart: Cart, articles: readonly Article[], tax: TaxRules): Position[] {
  const day = cart.moment.toISOString().slice(0, 10)
  const rateOf = (taxClass: string) => rateFor(tax, cart.destination, taxClass, day)
  const goods = articles.map((article) => ({
    list_minor: article.list_minor,
    rate_bp: rateOf(article.tax_class),
  }))
  const { price_minor: price, tax_class: taxClass } = cart.shipping
  if (!Number.isSafeInteger(price) || price < 0)
    throw new Error('Shipping needs a price in whole minor units.')
  if (taxClass !== null) return [...goods, { list_minor: price, rate_bp: rateOf(taxClass) }]
  return [...goods, ...shippingParts(price, goods)]
}

// By what the goods cost before discounts: after them, a discount on one rate could raise the tax on the shipping.
function shippingParts(price: number, goods: readonly Position[]): Position[] {
  const valueOf = new Map<number, number>()
  for (const { rate_bp, list_minor } of goods) valueOf.set(rate_bp, (valueOf.get(rate_bp) ?? 0) + list_minor)
  const rates = [...valueOf.keys()].sort((left, right) => right - left)
  const shares = spread(
    price,
    rates.map((rate) => valueOf.get(rate) ?? 0),
  )
  if (rates.length === 0) return price === 0 ? [] : [{ list_minor: price, rate_bp: 0 }]
  return rates.map((rate, index) => ({ list_minor: shares[index] ?? 0, rate_bp: rate }))
}
