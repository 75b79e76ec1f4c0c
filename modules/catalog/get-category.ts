import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { viewCategory, viewTree } from './category-view.ts'
import type { CatalogDeps } from './deps.ts'
import { categoriesBelow } from './store/categories.ts'
import { findMovedCategory } from './store/former-slugs.ts'

/** A category by id or by an address that it has or had, with what lies below it and the way down to it. */
export const getCategory =
  (deps: CatalogDeps): Handler<Catalog, 'getCategory'> =>
  async ({ category }, context) => {
    const named = await findBelow(deps, category)
    const moved = named === null ? await findMovedCategory(deps.db, category) : null
    const found = moved === null ? named : await findBelow(deps, moved)
    if (found === null) throw context.fail('NOT_FOUND')
    const { top, rows } = found
    return { ...viewCategory(top), children: viewTree(rows, top.id), breadcrumb: top.breadcrumb }
  }

async function findBelow(deps: CatalogDeps, category: string) {
  const rows = await categoriesBelow(deps.db, category)
  const top = rows.find((row) => row.slug === category || row.id === category.toLowerCase())
  return top === undefined ? null : { top, rows }
}
