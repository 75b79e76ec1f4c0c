type PricedLine = { readonly unit_price_minor: number; readonly quantity: number }

export type Totals = {
  /** Minor units. */
  readonly subtotal: number
  readonly total: number
  /** Pieces in all lines. */
  readonly itemCount: number
}

/** Adds an order up, in minor units. Prices include tax. */
export function totalsOf(lines: readonly PricedLine[], shippingMinor: number): Totals {
  const subtotal = lines.reduce((sum, line) => sum + line.unit_price_minor * line.quantity, 0)
  const itemCount = lines.reduce((sum, line) => sum + line.quantity, 0)
  return { subtotal, total: subtotal + shippingMinor, itemCount }
}
