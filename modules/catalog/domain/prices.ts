import type { Product, Variant } from './product.ts'

/** A price of a sale that runs. */
export type SalePrice = { readonly price_minor: number; readonly ends_at: string }

/** What is asked for a variant, and what is said beside it. */
export type Asked = {
  readonly price_minor: number
  /** What is struck through. */
  readonly compare_at_minor: number | null
  /** The least that was asked in the 30 days before the price went down; null without a reduction, or when nothing was. */
  readonly lowest_minor: number | null
  /** What it costs outside the sale that runs; null when none does. */
  readonly regular_minor: number | null
  readonly sale_ends_at: string | null
}

export type PricedVariant = Variant & { readonly asked: Asked }
export type PricedProduct = Omit<Product, 'variants'> & { variants: PricedVariant[] }

/** The price that holds now: of the sale where that is lower. */
export function priceNow(variant: Pick<Variant, 'price_minor'>, sale: SalePrice | undefined): number {
  return Math.min(variant.price_minor, sale?.price_minor ?? Infinity)
}

/** Whether a price is shown as lower than another. Then the law wants the lowest of the 30 days before to be told. */
export function isReduced(variant: Variant, sale: SalePrice | undefined): boolean {
  return variant.compare_at_minor !== null || priceNow(variant, sale) < variant.price_minor
}

/**
 * What is asked for a variant. In a sale the struck price is the lowest of the 30 days before it, never a higher one
 * (directive 98/6/EC, article 6a): where that is not above the price, nothing is struck.
 */
export function askedFor(variant: Variant, sale: SalePrice | undefined, lowest: number | null): Asked {
  const price_minor = priceNow(variant, sale)
  if (sale === undefined || price_minor === variant.price_minor)
    return {
      price_minor,
      compare_at_minor: variant.compare_at_minor,
      lowest_minor: variant.compare_at_minor === null ? null : lowest,
      regular_minor: null,
      sale_ends_at: null,
    }
  return {
    price_minor,
    compare_at_minor: lowest !== null && lowest > price_minor ? lowest : null,
    lowest_minor: lowest,
    regular_minor: variant.price_minor,
    sale_ends_at: sale.ends_at,
  }
}

/** A price with so many percent added, below zero taken off; to hundredths of a percent, and to the minor unit, halves up. */
export function changedBy(price_minor: number, percent: number): number {
  return Math.floor((price_minor * (10_000 + Math.round(percent * 100)) + 5_000) / 10_000)
}

/** The variant whose price stands for the product: the cheapest, and of equals the first. */
export function leadingVariant(product: Pick<PricedProduct, 'variants'>): PricedVariant {
  const [first, ...others] = product.variants
  if (first === undefined) throw new Error('A product has at least one variant.')
  return others.reduce(
    (lowest, variant) => (variant.asked.price_minor < lowest.asked.price_minor ? variant : lowest),
    first,
  )
}

/** Whether variants have different prices. */
export function priceVaries(product: Pick<PricedProduct, 'variants'>): boolean {
  return new Set(product.variants.map(({ asked }) => asked.price_minor)).size > 1
}
