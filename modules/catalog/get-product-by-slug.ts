import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { type ProductPage, viewProduct } from './product-view.ts'
import { findMovedProduct } from './store/former-slugs.ts'
import { findProductPageBySlug } from './store/product-page.ts'

/** A published product's page by its address, or by one that it had: what comes back says where it is now. */
export const getProductBySlug =
  (deps: CatalogDeps): Handler<Catalog, 'getProductBySlug'> =>
  async ({ slug }, context) => {
    const page = (await findProductPageBySlug(deps.db, slug)) ?? (await findBySlugBefore(deps, slug))
    if (page === null) throw context.fail('NOT_FOUND')
    return viewProduct(page, await deps.sellerNames([page], context.now()))
  }

async function findBySlugBefore(deps: CatalogDeps, slug: string): Promise<ProductPage | null> {
  const now = await findMovedProduct(deps.db, slug)
  return now === null ? null : findProductPageBySlug(deps.db, now)
}
