import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { viewCategory, viewTree } from './category-view.ts'
import type { CatalogDeps } from './deps.ts'
import { categoriesBelow } from './store/categories.ts'

/** A category by id or slug, with what lies below it and the way down to it. */
export const getCategory =
  (deps: CatalogDeps): Handler<Catalog, 'getCategory'> =>
  async ({ category }, context) => {
    const rows = await categoriesBelow(deps.db, category)
    const top = rows.find((row) => row.slug === category || row.id === category.toLowerCase())
    if (top === undefined) throw context.fail('NOT_FOUND')
    return { ...viewCategory(top), children: viewTree(rows, top.id), breadcrumb: top.breadcrumb }
  }
