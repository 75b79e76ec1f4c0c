import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import { viewSeo } from './seo-view.ts'
import type { CategoryRow } from './store/categories.ts'

type CategoryView = RawOutputOf<Catalog, 'createCategory'>
type CategoryNode = RawOutputOf<Catalog, 'listCategories'>['items'][number]

/** A category without what lies below it. */
export function viewCategory(row: CategoryRow): CategoryView {
  const { id, slug, name, description, parent_id, position, product_count, picture } = row
  return { id, slug, name, description, parent_id, position, product_count, picture, ...viewSeo(row) }
}

/** The categories below one (null: the roots), each with all below it. Rows come in the order of siblings. */
export function viewTree(rows: readonly CategoryRow[], parentId: string | null): CategoryNode[] {
  const byParent = Map.groupBy(rows, (row) => row.parent_id)
  const below = (parent: string | null): CategoryNode[] =>
    (byParent.get(parent) ?? []).map((row) => ({ ...viewCategory(row), children: below(row.id) }))
  return below(parentId)
}
