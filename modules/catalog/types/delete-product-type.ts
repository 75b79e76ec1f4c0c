import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { sqlState } from '@rampart/platform/db/pg-error.ts'
import type { CatalogDeps } from '../deps.ts'
import { deleteUnusedType, findProductType } from '../store/product-types.ts'

const FOREIGN_KEY_VIOLATION = '23503'

/** Removes a product type that no product has. */
export const deleteProductType =
  (deps: CatalogDeps): Handler<Catalog, 'deleteProductType'> =>
  async ({ type_id }, context) => {
    try {
      await deps.db.tx(async (tx) => {
        const before = await findProductType(tx, type_id)
        if (before === null) throw context.fail('NOT_FOUND')
        if (!(await deleteUnusedType(tx, type_id))) throw context.fail('CATALOG_TYPE_IN_USE')
        await deps.audit.record(tx, context, {
          action: 'catalog.product-type-deleted',
          subject_type: 'product_type',
          subject_id: type_id,
          before: { name: before.name, attributes: before.attributes },
        })
      })
    } catch (error) {
      // A product took it at the same moment.
      if (sqlState(error) === FOREIGN_KEY_VIOLATION) throw context.fail('CATALOG_TYPE_IN_USE')
      throw error
    }
    return null
  }
