import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { relatedProducts } from './store/related-products.ts'

/** Products beside one: of its category, then of its brand, then the newest unless only those are wanted that are like it. */
export const findRelated =
  (deps: CatalogDeps): Handler<Catalog, 'findRelated'> =>
  async ({ product_id, limit, alike }) => ({
    product_ids: await relatedProducts(deps.db, product_id ?? null, limit, alike),
  })
