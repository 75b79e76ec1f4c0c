import type { Position } from './positions.ts'
import type { LineDiscount, PricedAmount } from './priced-cart.ts'
import type { Take } from './settle.ts'
import { taxAmount } from './tax/tax-amount.ts'

/** What is left of one position after what was taken off it, with its tax. */
export function priceAmount(
  { list_minor, rate_bp }: Position,
  takes: readonly Take[],
  prices: 'inclusive' | 'exclusive',
): PricedAmount {
  const discounts = takes.map(({ position: _position, ...discount }): LineDiscount => discount)
  const discount = discounts.reduce((sum, one) => sum + one.amount_minor, 0)
  return {
    list_minor,
    discounts,
    discount_minor: discount,
    ...taxAmount(list_minor - discount, rate_bp, prices),
  }
}

/** Adds amounts up to one, as the parts of the shipping. What one promotion took off several of them is one discount. */
export function joinAmounts(parts: readonly PricedAmount[]): PricedAmount {
  const byPromotion = new Map<string, LineDiscount>()
  for (const discount of parts.flatMap((part) => part.discounts)) {
    const known = byPromotion.get(discount.promotion_id)
    byPromotion.set(
      discount.promotion_id,
      known === undefined
        ? discount
        : {
            ...discount,
            amount_minor: known.amount_minor + discount.amount_minor,
            limited: known.limited || discount.limited,
          },
    )
  }
  const sum = (of: (part: PricedAmount) => number) => parts.reduce((total, part) => total + of(part), 0)
  return {
    list_minor: sum((part) => part.list_minor),
    discounts: [...byPromotion.values()],
    discount_minor: sum((part) => part.discount_minor),
    net_minor: sum((part) => part.net_minor),
    tax_minor: sum((part) => part.tax_minor),
    total_minor: sum((part) => part.total_minor),
  }
}
