import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { viewProduct } from './product-view.ts'
import { findProductPage } from './store/product-page.ts'

/** A product's page. Drafts and archived products exist for staff only. */
export const getProduct =
  (deps: CatalogDeps): Handler<Catalog, 'getProduct'> =>
  async ({ product_id }, context) => {
    const page = await findProductPage(deps.db, product_id, context.principal.kind === 'staff')
    if (page === null) throw context.fail('NOT_FOUND')
    return viewProduct(page.detail, page.breadcrumb ?? [], page.available ?? {})
  }
