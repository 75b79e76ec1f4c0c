import { roundShare } from '../rounding.ts'

export type Taxed = { readonly net_minor: number; readonly tax_minor: number; readonly total_minor: number }

/** Splits an amount of one line into net and tax, or adds tax to it: the one rounding of taxes, half up. The rate is in hundredths of a percent. */
export function taxAmount(amount: number, rateBp: number, prices: 'inclusive' | 'exclusive'): Taxed {
  if (prices === 'inclusive') {
    const tax = roundShare(amount, rateBp, 10_000 + rateBp)
    return { net_minor: amount - tax, tax_minor: tax, total_minor: amount }
  }
  const tax = roundShare(amount, rateBp, 10_000)
  return { net_minor: amount, tax_minor: tax, total_minor: amount + tax }
}
