import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from './deps.ts'
import { viewManagedPage } from './managed-view.ts'
import { findProductPage, type Manager } from './store/product-page.ts'

/** A product's page. Drafts and archived products exist for staff only; for a seller, their own. */
export const getProduct =
  (deps: CatalogDeps): Handler<Catalog, 'getProduct'> =>
  async ({ product_id }, context) => {
    const page = await findProductPage(deps.db, product_id, managerOf(context))
    if (page === null) throw context.fail('NOT_FOUND')
    return viewManagedPage(deps, page, context.now())
  }

function managerOf(context: HandlerContext): Manager {
  return context.principal.kind === 'staff' ? { owner: ownerOf(context) } : 'nobody'
}
