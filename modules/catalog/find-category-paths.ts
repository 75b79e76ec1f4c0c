import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { findCategoryPathsOf } from './store/category-paths.ts'

/** The categories that products are in, for rules that go by them. */
export const findCategoryPaths =
  (deps: CatalogDeps): Handler<Catalog, 'findCategoryPaths'> =>
  async ({ product_ids }) => ({ products: await findCategoryPathsOf(deps.db, product_ids) })
