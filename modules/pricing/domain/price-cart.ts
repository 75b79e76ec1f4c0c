import { articleKey, articlesOf, type Article } from './articles.ts'
import type { Cart, Rules } from './cart.ts'
import { choosePromotions } from './choose-promotions.ts'
import { cutsOf, membersOf, type Basket } from './cuts/cuts-of.ts'
import { positionsOf } from './positions.ts'
import { joinAmounts, priceAmount } from './price-amount.ts'
import type { PricedAmount, PricedCart, PricedLine } from './priced-cart.ts'
import type { Promotion } from './promotion.ts'
import { refusedOf } from './refused.ts'
import type { Applicable } from './settle.ts'
import { couponFor, refusalOf, type Refusal } from './standing.ts'
import { discountsByPromotion, taxesByRate, totalsOf } from './sums.ts'

/**
 * What a cart costs: its lines with their discounts and taxes, the shipping, and the totals. In whole minor units of the cart's
 * currency, which its prices must be in. Throws for amounts that are none, and for tax classes that the rules do not know.
 */
export function priceCart(cart: Cart, { promotions, tax }: Rules): PricedCart {
  const articles = articlesOf(cart.lines)
  const positions = positionsOf(cart, articles, tax)
  const { applicable, reasons } = sortOut(cart, promotions, { articles, positions, currency: cart.currency })
  const { chosen, takes } = choosePromotions(positions, applicable, tax.prices)
  for (const one of applicable) if (!chosen.includes(one)) reasons.set(one.promotion.id, 'not_combined')
  const amounts = positions.map((position, index) =>
    priceAmount(
      position,
      takes.filter((take) => take.position === index),
      tax.prices,
    ),
  )
  const goods = amounts.slice(0, articles.length)
  const shipping = joinAmounts(amounts.slice(articles.length))
  const rates = positions.map((position) => position.rate_bp)
  const discounts = discountsByPromotion(chosen, takes)
  return {
    currency: cart.currency,
    lines: linesOf(cart, articles, goods, rates),
    shipping,
    discounts,
    refused: refusedOf(cart, promotions, reasons, discounts),
    taxes: taxesByRate(positions, amounts),
    totals: totalsOf(joinAmounts(goods), shipping),
  }
}

function sortOut(cart: Cart, promotions: readonly Promotion[], basket: Basket) {
  const applicable: Applicable[] = []
  const reasons = new Map<string, Refusal>()
  for (const promotion of promotions) {
    const members = membersOf(promotion.scope, basket.articles)
    const refusal = refusalOf(promotion, cart, members)
    if (refusal !== null) reasons.set(promotion.id, refusal)
    else {
      const coupon = couponFor(promotion, cart)?.code ?? null
      applicable.push({ promotion, coupon, cuts: cutsOf(promotion, members, basket) })
    }
  }
  return { applicable, reasons }
}

/** One line an article, in the order in which the cart names them first. */
function linesOf(
  cart: Cart,
  articles: readonly Article[],
  amounts: readonly PricedAmount[],
  rates: readonly number[],
): PricedLine[] {
  const lineOf = new Map<string, PricedLine>()
  articles.forEach((article, index) => {
    const { variant_id, seller_id, unit_price_minor, quantity, tax_class } = article
    const amount = amounts[index]
    if (amount === undefined) return
    const facts = { variant_id, seller_id, unit_price_minor, quantity, tax_class }
    lineOf.set(articleKey(article), { ...facts, tax_rate_bp: rates[index] ?? 0, ...amount })
  })
  return [...new Set(cart.lines.map(articleKey))].flatMap((key) => lineOf.get(key) ?? [])
}
