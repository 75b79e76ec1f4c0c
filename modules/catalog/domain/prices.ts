import type { Product, Variant } from './product.ts'

/** The variant whose price stands for the product: the cheapest, and of equals the first. */
export function leadingVariant(product: Pick<Product, 'variants'>): Variant {
  const [first, ...others] = product.variants
  if (first === undefined) throw new Error('A product has at least one variant.')
  return others.reduce(
    (lowest, variant) => (variant.price_minor < lowest.price_minor ? variant : lowest),
    first,
  )
}

/** Whether variants have different prices. */
export function priceVaries(product: Pick<Product, 'variants'>): boolean {
  return new Set(product.variants.map((variant) => variant.price_minor)).size > 1
}
