import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from '../deps.ts'
import { findManagedCurrency } from '../store/managed-products.ts'
import { findSales } from '../store/sales.ts'
import { viewSale } from './sale-view.ts'

const MOST = 100

/** Sales of a product, the latest first; at most a hundred. */
export const listProductSales =
  (deps: CatalogDeps): Handler<Catalog, 'listProductSales'> =>
  async ({ product_id }, context) => {
    const owner = ownerOf(context)
    if ((await findManagedCurrency(deps.db, product_id, owner)) === null) throw context.fail('NOT_FOUND')
    const rows = await findSales(deps.db, product_id, owner, MOST)
    return { items: rows.map((row) => viewSale(row, context.now())) }
  }
