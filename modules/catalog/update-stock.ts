import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import type { CatalogDeps } from './deps.ts'
import { findVariantIds } from './store/variants.ts'

/** Changes the stock of a product's variant. The stock itself checks, changes and records it. */
export const updateStock =
  (deps: CatalogDeps): Handler<Catalog, 'updateStock'> =>
  async ({ product_id, variant_id, ...change }, context) => {
    const known = await findVariantIds(deps.db, product_id, ownerOf(context))
    const [single] = known
    if (single === undefined) throw context.fail('NOT_FOUND')
    if (variant_id === undefined && known.length > 1) throw context.fail('CATALOG_VARIANT_NEEDED')
    const wanted = variant_id?.toLowerCase() ?? single
    if (!known.includes(wanted)) throw context.fail('NOT_FOUND')
    if ((change.delta === undefined) === (change.quantity === undefined))
      throw context.fail('CATALOG_STOCK_CHANGE_UNCLEAR')
    try {
      return await deps.clients.inventory.adjustStock(context, { variant_id: wanted, ...change })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code === 'INVENTORY_BELOW_RESERVED') throw context.fail('CATALOG_STOCK_BELOW_RESERVED')
      if (error.code === 'INVENTORY_CHANGE_UNCLEAR') throw context.fail('CATALOG_STOCK_CHANGE_UNCLEAR')
      throw error
    }
  }
