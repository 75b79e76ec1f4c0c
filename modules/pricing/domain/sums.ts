import type { Position } from './positions.ts'
import type { PricedAmount, PricedCart } from './priced-cart.ts'
import type { Applicable, Take } from './settle.ts'

/** Adds net and tax up by their rate, the highest first. */
export function taxesByRate(
  positions: readonly Position[],
  amounts: readonly PricedAmount[],
): PricedCart['taxes'] {
  const byRate = new Map<number, { rate_bp: number; net_minor: number; tax_minor: number }>()
  positions.forEach(({ rate_bp }, index) => {
    const known = byRate.get(rate_bp) ?? { rate_bp, net_minor: 0, tax_minor: 0 }
    const amount = amounts[index]
    byRate.set(rate_bp, {
      rate_bp,
      net_minor: known.net_minor + (amount?.net_minor ?? 0),
      tax_minor: known.tax_minor + (amount?.tax_minor ?? 0),
    })
  })
  return [...byRate.values()].sort((left, right) => right.rate_bp - left.rate_bp)
}

/** What each of the chosen promotions took off in all; those that took nothing are left out. */
export function discountsByPromotion(
  chosen: readonly Applicable[],
  takes: readonly Take[],
): PricedCart['discounts'] {
  const byPromotion = new Map<string, number>()
  for (const { promotion_id, amount_minor } of takes) {
    byPromotion.set(promotion_id, (byPromotion.get(promotion_id) ?? 0) + amount_minor)
  }
  return chosen.flatMap(({ promotion, coupon }) => {
    const amount = byPromotion.get(promotion.id)
    return amount === undefined ? [] : [{ promotion_id: promotion.id, coupon, amount_minor: amount }]
  })
}

/** The totals of a cart. */
export function totalsOf(goods: PricedAmount, shipping: PricedAmount): PricedCart['totals'] {
  return {
    list_minor: goods.list_minor,
    discount_minor: goods.discount_minor,
    shipping_minor: shipping.list_minor,
    shipping_discount_minor: shipping.discount_minor,
    net_minor: goods.net_minor + shipping.net_minor,
    tax_minor: goods.tax_minor + shipping.tax_minor,
    total_minor: goods.total_minor + shipping.total_minor,
  }
}
