import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { productsBySku } from './store/related-products.ts'

/** The products that SKUs belong to, in any status. */
export const findProductsBySku =
  (deps: CatalogDeps): Handler<Catalog, 'findProductsBySku'> =>
  async ({ skus }) => ({ products: await productsBySku(deps.db, skus) })
