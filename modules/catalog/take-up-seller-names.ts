import type { CatalogDeps } from './deps.ts'
import { findProductsOfSellers } from './store/listings.ts'
import { keepSellerNames } from './store/seller-names.ts'
import { tellListings } from './tell-listings.ts'

/** Keeps what sellers are called, and tells whose products are sold by another name now. */
export async function takeUpSellerNames(
  deps: CatalogDeps,
  sellers: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  await deps.db.tx(async (tx) => {
    const renamed = await keepSellerNames(tx, sellers)
    if (renamed.length > 0) await tellListings(deps, tx, await findProductsOfSellers(tx, renamed))
  })
}
