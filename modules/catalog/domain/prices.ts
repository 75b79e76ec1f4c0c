import type { OtherPrice, Product, Variant } from './product.ts'

/** What is asked outside any sale, in one currency. */
type Regular = Pick<Variant, 'price_minor' | 'compare_at_minor'>

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

/** A price in another currency, with what is asked in it. */
export type OtherAsked = OtherPrice & { readonly asked: Asked }

export type PricedVariant = Omit<Variant, 'prices'> & { readonly asked: Asked; prices: OtherAsked[] }
export type PricedProduct = Omit<Product, 'variants'> & { variants: PricedVariant[] }

/** What prices of a variant are found by; without a currency: the product's own. */
export function priceKey(variantId: string, currency = ''): string {
  return `${variantId} ${currency}`
}

/** The price that holds now: of the sale where that is lower. */
export function priceNow(variant: Pick<Regular, 'price_minor'>, sale: SalePrice | undefined): number {
  return Math.min(variant.price_minor, sale?.price_minor ?? Infinity)
}

/** Whether a price is shown as lower than another. Then the law wants the lowest of the 30 days before to be told. */
export function isReduced(variant: Regular, sale: SalePrice | undefined): boolean {
  return variant.compare_at_minor !== null || priceNow(variant, sale) < variant.price_minor
}

/**
 * What is asked for a variant. In a sale the struck price is the lowest of the 30 days before it, never a higher one
 * (directive 98/6/EC, article 6a): where that is not above the price, nothing is struck.
 */
export function askedFor(variant: Regular, sale: SalePrice | undefined, lowest: number | null): Asked {
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
  return lowestOf(product.variants)
}

function lowestOf<P extends { readonly asked: Asked }>([first, ...others]: readonly P[]): P {
  if (first === undefined) throw new Error('A product has at least one variant.')
  return others.reduce(
    (lowest, price) => (price.asked.price_minor < lowest.asked.price_minor ? price : lowest),
    first,
  )
}

/** Whether variants have different prices. */
export function priceVaries(prices: readonly { readonly asked: Asked }[]): boolean {
  return new Set(prices.map(({ asked }) => asked.price_minor)).size > 1
}

/** What a product costs in its other currencies: the lowest of the variants that have a price there. */
export function otherPricesOf(
  product: Pick<PricedProduct, 'variants'>,
): { readonly currency: string; readonly asked: Asked; readonly varies: boolean }[] {
  const byCurrency = Map.groupBy(
    product.variants.flatMap(({ prices }) => prices),
    ({ currency }) => currency,
  )
  return [...byCurrency]
    .map(([currency, prices]) => ({ currency, asked: lowestOf(prices).asked, varies: priceVaries(prices) }))
    .sort((left, right) => (left.currency < right.currency ? -1 : 1))
}
