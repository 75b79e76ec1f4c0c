import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { viewTree } from './category-view.ts'
import type { CatalogDeps } from './deps.ts'
import { allCategories } from './store/categories.ts'

/** The category tree. */
export const listCategories =
  (deps: CatalogDeps): Handler<Catalog, 'listCategories'> =>
  async () => ({ items: viewTree(await allCategories(deps.db), null) })
