type PricedLine = { readonly unit_price_minor: number; readonly quantity: number }

/** What pricing has made of an order, in minor units. */
type Pricing = {
  readonly prices: 'inclusive' | 'exclusive'
  readonly lines: readonly { readonly discount_minor: number; readonly tax_minor: number }[]
  readonly shipping: { readonly discount_minor: number; readonly tax_minor: number }
  readonly total_minor: number
  readonly to_pay_minor: number
}

export type Totals = {
  /** Minor units. */
  readonly subtotal: number
  /** Off lines and shipping. */
  readonly discount: number
  /** On top of prices without tax. */
  readonly addedTax: number
  readonly giftCards: number
  readonly total: number
  /** Pieces in all lines. */
  readonly itemCount: number
}

/** Adds an order up, in minor units. Without a pricing there are no discounts, and taxes are in the prices. */
export function totalsOf(lines: readonly PricedLine[], shippingMinor: number, pricing?: Pricing): Totals {
  const subtotal = lines.reduce((sum, line) => sum + line.unit_price_minor * line.quantity, 0)
  const itemCount = lines.reduce((sum, line) => sum + line.quantity, 0)
  const parts = pricing === undefined ? [] : [...pricing.lines, pricing.shipping]
  const discount = parts.reduce((sum, part) => sum + part.discount_minor, 0)
  const addedTax = pricing?.prices === 'exclusive' ? parts.reduce((sum, part) => sum + part.tax_minor, 0) : 0
  const total = subtotal + shippingMinor - discount + addedTax
  if (pricing !== undefined && (total !== pricing.total_minor || pricing.lines.length !== lines.length))
    throw new Error('What was priced is not what was ordered.')
  return {
    subtotal,
    discount,
    addedTax,
    giftCards: total - (pricing?.to_pay_minor ?? total),
    total,
    itemCount,
  }
}
