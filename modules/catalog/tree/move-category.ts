import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ErrorCodeOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { auditedCategory, checkParent } from '../category-fields.ts'
import type { CatalogDeps } from '../deps.ts'
import { allCategories, type CategoryRow, lockTree, placeCategories } from '../store/categories.ts'
import { findProductsBelow, writeListingsBelow } from '../store/listings.ts'
import { tellListings } from '../tell-listings.ts'
import { treeVersion } from './tree-version.ts'

type Context = HandlerContext<ErrorCodeOf<Catalog, 'moveCategory'>>

/** Moves a category among its siblings or elsewhere, in one step, and counts the siblings anew: 0, 1, 2 … */
export const moveCategory =
  (deps: CatalogDeps): Handler<Catalog, 'moveCategory'> =>
  async ({ category_id, parent_id, before_id, version }, context) =>
    deps.db.tx(async (tx) => {
      await lockTree(tx)
      const rows = await allCategories(tx)
      const moved = rows.find(({ id }) => id === category_id)
      if (moved === undefined) throw context.fail('NOT_FOUND')
      if (version !== undefined && version !== treeVersion(rows)) throw context.fail('CATALOG_TREE_CHANGED')
      const elsewhere = parent_id !== moved.parent_id
      if (elsewhere) await checkParent(tx, context, parent_id, moved)
      const siblings = orderedSiblings(rows, moved, parent_id, before_id, context)
      await placeCategories(tx, parent_id, siblings, context.now(), elsewhere ? category_id : null)
      if (elsewhere) {
        await writeListingsBelow(tx, category_id)
        await tellListings(deps, tx, await findProductsBelow(tx, category_id))
      }
      const position = siblings.indexOf(category_id)
      await deps.audit.record(tx, context, {
        action: 'catalog.category-moved',
        subject_type: 'category',
        subject_id: category_id,
        before: auditedCategory(moved),
        after: { ...auditedCategory(moved), parent_id, position },
      })
      return { version: treeVersion(await allCategories(tx)) }
    })

/** The ids below the parent in their new order. The one to stand before must be there, and another than the one moved. */
function orderedSiblings(
  rows: readonly CategoryRow[],
  moved: CategoryRow,
  parentId: string | null,
  beforeId: string | null,
  context: Context,
): string[] {
  const others = rows
    .filter(({ id, parent_id }) => parent_id === parentId && id !== moved.id)
    .map(({ id }) => id)
  const at = beforeId === null ? others.length : others.indexOf(beforeId)
  if (at === -1) throw context.fail('CATALOG_CATEGORY_UNKNOWN')
  return others.toSpliced(at, 0, moved.id)
}
