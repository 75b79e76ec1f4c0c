import type { LineDiscount, PricedAmount } from './priced-cart.ts'
import { spread } from './spread.ts'

/**
 * What an article costs, cut into the lines that it was bought in: discounts and taxes by largest remainder, so that the parts
 * add up to the whole. Net and tax make the total of every part. `lists` are what the lines cost before discounts.
 */
export function splitArticle(
  whole: PricedAmount,
  lists: readonly number[],
  prices: 'inclusive' | 'exclusive',
): PricedAmount[] {
  if (lists.length === 1) return [whole]
  const left = [...lists]
  const discounts: LineDiscount[][] = lists.map(() => [])
  for (const discount of whole.discounts) {
    // By what is left, so that no line loses more than it costs.
    spread(discount.amount_minor, left).forEach((share, index) => {
      if (share === 0) return
      left[index] = (left[index] ?? 0) - share
      discounts[index]?.push({ ...discount, amount_minor: share })
    })
  }
  const taxes = spread(whole.tax_minor, left)
  return lists.map((list, index) => {
    const amount = left[index] ?? 0
    const tax = taxes[index] ?? 0
    return {
      list_minor: list,
      discounts: discounts[index] ?? [],
      discount_minor: list - amount,
      net_minor: prices === 'inclusive' ? amount - tax : amount,
      tax_minor: tax,
      total_minor: prices === 'inclusive' ? amount : amount + tax,
    }
  })
}
