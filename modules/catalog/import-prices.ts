import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import type { OtherPrice, Variant } from './domain/product.ts'
import { type Refusal, refuse } from './refusal.ts'

type VariantRow = ParsedInputOf<Catalog, 'importProducts'>['rows'][number]['variants'][number]

type Prices = {
  readonly price_minor: number
  /** undefined: as it was. */
  readonly compare_at_minor: number | null | undefined
  readonly prices: OtherPrice[] | undefined
}

/** What a row asks for a variant, in minor units; a refusal where that is no amount. */
export function readPrices(
  { sku, price, compare_at_price, prices }: VariantRow,
  own: string,
  currencies: readonly string[],
  current: Pick<Variant, 'prices'> | undefined,
): Prices | Refusal {
  const price_minor = minorFrom(price, own)
  if (price_minor === null) return bad('price', sku, own)
  const compare_at_minor =
    compare_at_price === undefined || compare_at_price === null
      ? compare_at_price
      : minorFrom(compare_at_price, own)
  if (compare_at_minor === null && compare_at_price !== null) return bad('compare_at_price', sku, own)
  if (prices === undefined) return { price_minor, compare_at_minor, prices }
  const others: OtherPrice[] = []
  for (const other of prices) {
    const { currency } = other.price
    // One that the shop has given up may stay where it is.
    const isKnown =
      currency !== null &&
      currency !== own &&
      (currencies.includes(currency) || current?.prices.some((kept) => kept.currency === currency) === true)
    if (!isKnown || others.some((before) => before.currency === currency))
      return refuse(
        'not_a_price',
        'prices',
        `${sku} has a price in ${currency ?? 'no currency'}, once too often or not for sale in it here.`,
      )
    const minor = minorFrom(other.price, currency)
    const compare = other.compare_at_price ?? null
    const compareMinor = compare === null ? null : minorFrom(compare, currency)
    if (minor === null || (compare !== null && compareMinor === null)) return bad('prices', sku, currency)
    others.push({ currency, price_minor: minor, compare_at_minor: compareMinor })
  }
  return { price_minor, compare_at_minor, prices: others }
}

function bad(field: string, sku: string, currency: string): Refusal {
  return refuse('not_a_price', field, `The price of ${sku} is not an amount in ${currency}.`)
}
