import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { viewTree } from './category-view.ts'
import type { CatalogDeps } from './deps.ts'
import { allCategories } from './store/categories.ts'
import { treeVersion } from './tree/tree-version.ts'

/** The category tree. */
export const listCategories =
  (deps: CatalogDeps): Handler<Catalog, 'listCategories'> =>
  async () => {
    const rows = await allCategories(deps.db)
    return { items: viewTree(rows, null), version: treeVersion(rows) }
  }
