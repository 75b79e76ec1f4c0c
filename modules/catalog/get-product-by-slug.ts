import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { viewProduct } from './product-view.ts'
import { findProductPageBySlug } from './store/product-page.ts'

/** A published product's page by its address. */
export const getProductBySlug =
  (deps: CatalogDeps): Handler<Catalog, 'getProductBySlug'> =>
  async ({ slug }, context) => {
    const page = await findProductPageBySlug(deps.db, slug)
    if (page === null) throw context.fail('NOT_FOUND')
    return viewProduct(page, await deps.sellerNames([page], context.now()))
  }
