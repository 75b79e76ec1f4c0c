import type { Product } from './product.ts'

const MAX_SKU = 80

/** SKUs for a copy: with `-COPY` behind, and a number from the second copy on. Cut where they grow too long, yet apart. */
export function copySkus(skus: readonly string[], number: number): string[] {
  const end = number === 1 ? '-COPY' : `-COPY-${number}`
  const seen = new Set<string>()
  return skus.map((sku, index) => {
    const short = `${sku.slice(0, MAX_SKU - end.length).trimEnd()}${end}`
    const copy = seen.has(short)
      ? `${sku.slice(0, MAX_SKU - end.length - 4).trimEnd()}-${index}${end}`
      : short
    seen.add(copy)
    return copy
  })
}

/** A draft like a product, with nothing in stock. Its address is made when it is written. */
export function copyOf(
  source: Product,
  { name, skus, now }: { readonly name: string; readonly skus: readonly string[]; readonly now: string },
  newId: () => string,
): Omit<Product, 'slug'> {
  const { slug: _slug, ...fields } = source
  return {
    ...fields,
    id: newId(),
    name,
    status: 'draft',
    variants: source.variants.map((variant, index) => ({
      ...variant,
      id: newId(),
      sku: skus[index] ?? variant.sku,
      available: 0,
    })),
    created_at: now,
    updated_at: now,
  }
}
