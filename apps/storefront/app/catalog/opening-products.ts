import type { ProductSummary } from './types.ts'

/** Upright pictures fill the tall frames of the opening best. */
function upright({ picture }: ProductSummary): number {
  return picture && picture.height > picture.width ? 1 : 0
}

/**
 * What the shop opens with, best first: one product of each department, so that it shows more than one kind of
 * thing, then whatever else has a picture. What stands further down the page comes last.
 */
export function openingProducts(
  departments: ProductSummary[][],
  others: ProductSummary[],
  below: ProductSummary[],
): ProductSummary[] {
  const saidBelow = new Set(below.map((product) => product.id))
  const rank = (product: ProductSummary) => (saidBelow.has(product.id) ? 0 : 2) + upright(product)
  const ranked = (list: ProductSummary[]) =>
    list.filter((product) => product.picture && product.in_stock).sort((a, b) => rank(b) - rank(a))
  const chosen = new Map<string, ProductSummary>()
  for (const department of departments) {
    const best = ranked(department).find((product) => !chosen.has(product.id))
    if (best) chosen.set(best.id, best)
  }
  for (const product of ranked(others)) chosen.set(product.id, product)
  return [...chosen.values()]
}
