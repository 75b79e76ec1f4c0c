import type { Tx } from '@rampart/platform/db/db.ts'
import {
  askedFor,
  isReduced,
  type PricedProduct,
  priceKey,
  priceNow,
  type SalePrice,
} from './domain/prices.ts'
import type { Product } from './domain/product.ts'
import { findLowestBefore } from './store/price-history.ts'
import { findRunningPrices } from './store/sales.ts'

/** Products with what is asked for each variant, in each currency, at the moment they are written (`updated_at`). */
export async function priceProducts(tx: Tx, products: readonly Product[]): Promise<PricedProduct[]> {
  const ids = products.map(({ id }) => id)
  const now = products.reduce((latest, { updated_at }) => (updated_at > latest ? updated_at : latest), '')
  const sales = await findRunningPrices(tx, ids, now)
  const lowest = await findLowestBefore(
    tx,
    products.flatMap((product) => product.variants.flatMap((variant) => reduced(variant, sales, product))),
  )
  return products.map((product) => ({
    ...product,
    variants: product.variants.map((variant) => ({
      ...variant,
      asked: askedFor(variant, sales.get(priceKey(variant.id)), lowest.get(priceKey(variant.id)) ?? null),
      prices: variant.prices.map((price) => {
        const key = priceKey(variant.id, price.currency)
        return { ...price, asked: askedFor(price, sales.get(key), lowest.get(key) ?? null) }
      }),
    })),
  }))
}

function reduced(
  variant: Product['variants'][number],
  sales: ReadonlyMap<string, SalePrice>,
  { updated_at }: Product,
) {
  return [{ ...variant, currency: '' }, ...variant.prices].flatMap((price) => {
    const sale = sales.get(priceKey(variant.id, price.currency))
    if (!isReduced(price, sale)) return []
    return [{ id: variant.id, currency: price.currency, price_minor: priceNow(price, sale), now: updated_at }]
  })
}
