import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from '../deps.ts'
import { lockProduct } from '../store/load-products.ts'
import { dropSale, endSale, findSale } from '../store/sales.ts'
import { writeWithSales } from './apply-sales.ts'
import { stateOf } from './sale-view.ts'

/** Ends a sale that runs, at once, or drops one that has not begun. */
export const cancelSale =
  (deps: CatalogDeps): Handler<Catalog, 'cancelSale'> =>
  async ({ product_id, sale_id }, context) => {
    const now = context.now()
    await deps.db.tx(async (tx) => {
      const product = await lockProduct(tx, product_id, ownerOf(context))
      const sale = product === null ? null : await findSale(tx, product_id, sale_id)
      if (product === null || sale === null) throw context.fail('NOT_FOUND')
      const state = stateOf(sale, now)
      if (state === 'over') throw context.fail('CATALOG_SALE_OVER')
      if (state === 'planned') await dropSale(tx, sale_id)
      else {
        await endSale(tx, sale_id, now)
        await writeWithSales(deps, tx, product, now)
      }
      await deps.audit.record(tx, context, {
        action: 'catalog.sale-cancelled',
        subject_type: 'product',
        subject_id: product_id,
        before: { sale_id, starts_at: sale.starts_at, ends_at: sale.ends_at },
      })
    })
    return null
  }
