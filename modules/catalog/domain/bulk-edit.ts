import { changedBy } from './prices.ts'
import type { Product, ProductStatus, Variant } from './product.ts'

/** What a bulk edit asks for; undefined: as it is. */
export type BulkChanges = {
  readonly status?: ProductStatus | undefined
  readonly category_id?: string | null | undefined
  readonly price_percent?: number | undefined
  readonly add_tags?: readonly string[] | undefined
  readonly remove_tags?: readonly string[] | undefined
}

/** Whether it asks for anything. */
export function asksForChange(changes: BulkChanges): boolean {
  return Object.values(changes).some((change) => change !== undefined)
}

/** A product as a bulk edit leaves it. */
export function bulkEdited(product: Product, changes: BulkChanges): Product {
  const { status, category_id, price_percent = 0, add_tags = [], remove_tags = [] } = changes
  return {
    ...product,
    status: status ?? product.status,
    category_id: category_id === undefined ? product.category_id : category_id,
    tags: [...new Set([...product.tags, ...add_tags])].filter((tag) => !remove_tags.includes(tag)),
    variants: product.variants.map((variant) => ({
      ...variant,
      price_minor: changedBy(variant.price_minor, price_percent),
      prices: variant.prices.map((price) => ({
        ...price,
        price_minor: changedBy(price.price_minor, price_percent),
      })),
    })),
  }
}

/** The fields in which two states of a product differ. */
export function differences(before: Product, after: Product): ('status' | 'category' | 'price' | 'tags')[] {
  const price = before.variants.some(
    (variant, index) => pricesOf(variant) !== pricesOf(after.variants[index] ?? variant),
  )
  return [
    ...(before.status === after.status ? [] : (['status'] as const)),
    ...(before.category_id === after.category_id ? [] : (['category'] as const)),
    ...(price ? (['price'] as const) : []),
    ...(before.tags.join('\n') === after.tags.join('\n') ? [] : (['tags'] as const)),
  ]
}

function pricesOf({ price_minor, prices }: Variant): string {
  return [price_minor, ...prices.map((price) => price.price_minor)].join(' ')
}
