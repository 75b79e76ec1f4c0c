import type { Tx } from '@rampart/platform/db/db.ts'
import type { JobHandler } from '@rampart/platform/jobs/jobs.ts'
import type { CatalogDeps } from '../deps.ts'
import type { Product } from '../domain/product.ts'
import { productFacts } from '../save-product.ts'
import { lockCategories } from '../store/categories.ts'
import { lockProduct } from '../store/load-products.ts'
import { findDueProducts, noteApplied } from '../store/sales.ts'
import { writeProducts } from '../store/write-products.ts'

const BATCH = 100

/** Writes every product of which a sale has begun or ended, and tells of it; each in a transaction of its own. */
export async function applySales(deps: CatalogDeps, now: Date): Promise<void> {
  for (;;) {
    const due = await findDueProducts(deps.db, now, BATCH)
    for (const id of due)
      await deps.db.tx(async (tx) => {
        const product = await lockProduct(tx, id, null)
        if (product !== null) await writeWithSales(deps, tx, product, now)
      })
    if (due.length < BATCH) return
  }
}

/** The job that waits for the moment a sale begins or ends. */
export const applySalesJob =
  (deps: CatalogDeps): JobHandler =>
  (_payload, { now }) =>
    applySales(deps, now())

/** Writes a product that is locked, with the prices of the sales that run now. Answers nothing; tells by the event. */
export async function writeWithSales(deps: CatalogDeps, tx: Tx, product: Product, now: Date): Promise<void> {
  const after = { ...product, updated_at: now.toISOString() }
  await lockCategories(tx, after.category_id === null ? [] : [after.category_id])
  await writeProducts(tx, [after], new Map())
  await noteApplied(tx, after.id, now)
  await deps.outbox.add(tx, 'catalog.product-changed.v1', productFacts(after), { key: after.id })
}
