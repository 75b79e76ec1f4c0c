import type { Tx } from '@rampart/platform/db/db.ts'
import { askedFor, isReduced, type PricedProduct, priceNow } from './domain/prices.ts'
import type { Product } from './domain/product.ts'
import { findLowestBefore } from './store/price-history.ts'
import { findRunningPrices } from './store/sales.ts'

/** Products with what is asked for each variant at the moment they are written (`updated_at`). */
export async function priceProducts(tx: Tx, products: readonly Product[]): Promise<PricedProduct[]> {
  const ids = products.map(({ id }) => id)
  const now = products.reduce((latest, { updated_at }) => (updated_at > latest ? updated_at : latest), '')
  const sales = await findRunningPrices(tx, ids, now)
  const lowest = await findLowestBefore(
    tx,
    products.flatMap(({ variants, updated_at }) =>
      variants
        .filter((variant) => isReduced(variant, sales.get(variant.id)))
        .map((variant) => ({
          id: variant.id,
          price_minor: priceNow(variant, sales.get(variant.id)),
          now: updated_at,
        })),
    ),
  )
  return products.map((product) => ({
    ...product,
    variants: product.variants.map((variant) => ({
      ...variant,
      asked: askedFor(variant, sales.get(variant.id), lowest.get(variant.id) ?? null),
    })),
  }))
}
