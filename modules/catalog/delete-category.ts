import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { sqlState } from '@rampart/platform/db/pg-error.ts'
import { auditedCategory } from './category-fields.ts'
import type { CatalogDeps } from './deps.ts'
import { deleteEmptyCategory, findCategory, lockTree } from './store/categories.ts'

const FOREIGN_KEY_VIOLATION = '23503'

/** Removes a category that is empty. */
export const deleteCategory =
  (deps: CatalogDeps): Handler<Catalog, 'deleteCategory'> =>
  async ({ category_id }, context) => {
    try {
      await deps.db.tx(async (tx) => {
        await lockTree(tx)
        const before = await findCategory(tx, category_id)
        if (before === null) throw context.fail('NOT_FOUND')
        if (!(await deleteEmptyCategory(tx, category_id))) throw context.fail('CATALOG_CATEGORY_NOT_EMPTY')
        await deps.audit.record(tx, context, {
          action: 'catalog.category-deleted',
          subject_type: 'category',
          subject_id: before.id,
          before: auditedCategory(before),
        })
      })
    } catch (error) {
      // A product came in at the same moment.
      if (sqlState(error) === FOREIGN_KEY_VIOLATION) throw context.fail('CATALOG_CATEGORY_NOT_EMPTY')
      throw error
    }
    return null
  }
