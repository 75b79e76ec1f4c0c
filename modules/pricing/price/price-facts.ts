import { articleKey } from '../domain/articles.ts'
import type { Cart } from '../domain/cart.ts'
import { couponCode } from '../domain/coupons/code.ts'
import type { EnteredCoupon } from '../domain/coupons/standing.ts'
import { priceCart } from '../domain/price-cart.ts'
import type { LineDiscount, PricedAmount, PricedCart } from '../domain/priced-cart.ts'
import { splitArticle } from '../domain/split-article.ts'
import type { LoadedRules } from '../rules/kept-rules.ts'
import type { findCoupons } from '../store/coupons.ts'
import type { Facts } from './facts.ts'
import { refusalFacts } from './refusal-facts.ts'

type FoundCoupons = Awaited<ReturnType<typeof findCoupons>>

/** The codes of a cart as they are kept, each once. */
export function enteredCodes(coupons: readonly string[]): string[] {
  return [...new Set(coupons.map(couponCode))].filter((code) => code !== '')
}

/** Prices what callers describe by the rules in force, and answers line for line as it was asked. */
export function priceFacts(facts: Facts, found: FoundCoupons, rules: LoadedRules) {
  const { taxes, names } = rules
  const codes = enteredCodes(facts.coupons)
  const cart: Cart = {
    lines: facts.lines.map((line) => ({ ...line, tax_class: taxes.classOf(line) })),
    currency: facts.currency,
    destination: facts.destination,
    shipping: { price_minor: facts.shipping?.price_minor ?? 0, tax_class: taxes.shippingClass },
    segments: facts.segments,
    coupons: codes.map((code) => entered(code, found)),
    moment: facts.moment,
  }
  const priced = priceCart(cart, { promotions: rules.promotions, tax: taxes.rules })
  const named = <T extends { readonly promotion_id: string }>(one: T) => ({
    ...one,
    name: names.get(one.promotion_id) ?? '',
  })
  const withNames = ({ discounts, ...amount }: PricedAmount) => ({
    ...amount,
    discounts: discounts.map((discount: LineDiscount) => named(discount)),
  })
  const byPromotion = new Map(rules.promotions.map((promotion) => [promotion.id, promotion]))
  const about = (id: string | null) => refusalFacts(byPromotion.get(id ?? '') ?? null, facts.currency)
  return {
    currency: priced.currency,
    prices: taxes.rules.prices,
    priced_at: facts.moment.toISOString(),
    lines: linesOf(cart, facts, priced, taxes.rules.prices).map(({ amount, ...line }) => ({
      ...line,
      ...withNames(amount),
    })),
    shipping: withNames(priced.shipping),
    discounts: priced.discounts.map(named),
    coupons: codes.map((code) => {
      const refusal = priced.refused.find((one) => one.coupon === code)
      if (refusal === undefined) return { code, applied: true, refused: null, facts: null }
      const { promotion_id, reason } = refusal
      return { code, applied: false, refused: reason, facts: about(promotion_id) }
    }),
    taxes: [...priced.taxes],
    totals: priced.totals,
    silent: priced.refused.flatMap(({ promotion_id, reason }) =>
      promotion_id === null ? [] : [named({ promotion_id, reason, facts: about(promotion_id) })],
    ),
  }
}

function entered(code: string, found: FoundCoupons): EnteredCoupon {
  return { code, coupon: found.find((coupon) => coupon.code === code) ?? null }
}

/** The articles cut into the lines they came as, in the order of those. */
function linesOf(cart: Cart, facts: Facts, priced: PricedCart, prices: 'inclusive' | 'exclusive') {
  const places = new Map<string, number[]>()
  cart.lines.forEach((line, index) => {
    const key = articleKey(line)
    const known = places.get(key)
    if (known === undefined) places.set(key, [index])
    else known.push(index)
  })
  const amounts = new Map<number, { amount: PricedAmount; tax_class: string; tax_rate_bp: number }>()
  for (const article of priced.lines) {
    const own = places.get(articleKey(article)) ?? []
    const lists = own.map((index) => article.unit_price_minor * (cart.lines[index]?.quantity ?? 0))
    const { tax_class, tax_rate_bp } = article
    splitArticle(amountOf(article), lists, prices).forEach((amount, part) => {
      amounts.set(own[part] ?? -1, { amount, tax_class, tax_rate_bp })
    })
  }
  return facts.lines.map(({ line_id }, index) => {
    const found = amounts.get(index)
    if (found === undefined) throw new Error('A line was priced as no article.')
    return { line_id, ...found }
  })
}

function amountOf(article: PricedCart['lines'][number]): PricedAmount {
  const { list_minor, discounts, discount_minor, net_minor, tax_minor, total_minor } = article
  return { list_minor, discounts, discount_minor, net_minor, tax_minor, total_minor }
}
