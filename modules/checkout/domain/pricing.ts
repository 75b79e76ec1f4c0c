/** A line with the price that counts: minor units. */
export type PricedLine = { readonly unit_price_minor: number; readonly quantity: number }

/** What the lines cost together, in minor units. Prices include tax. */
export function subtotalOf(lines: readonly PricedLine[]): number {
  return lines.reduce((sum, line) => sum + line.unit_price_minor * line.quantity, 0)
}

/** Adds up lines of one variant: demand is summed before it is checked. */
export function sumByVariant<T extends { readonly variant_id: string; readonly quantity: number }>(
  lines: readonly T[],
): T[] {
  const byVariant = new Map<string, T>()
  for (const line of lines) {
    const known = byVariant.get(line.variant_id)
    byVariant.set(
      line.variant_id,
      known === undefined ? line : { ...known, quantity: known.quantity + line.quantity },
    )
  }
  return [...byVariant.values()]
}

/** The chosen shipping option, the cheapest when none was chosen, null when there is none of that name. */
export function chooseRate<R extends { readonly code: string; readonly price_minor: number }>(
  rates: readonly R[],
  code: string | undefined,
): R | null {
  if (code !== undefined) return rates.find((rate) => rate.code === code) ?? null
  return rates.reduce<R | null>(
    (best, rate) => (best === null || rate.price_minor < best.price_minor ? rate : best),
    null,
  )
}
