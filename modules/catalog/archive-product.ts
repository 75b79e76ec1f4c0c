import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from './deps.ts'
import { productFacts, auditedFields } from './save-product.ts'
import { lockProduct } from './store/load-products.ts'
import { writeProducts } from './store/write-products.ts'

/** Takes a product out of the shop. Its rows stay for the orders that hold it; doing it again changes nothing. */
export const archiveProduct =
  (deps: CatalogDeps): Handler<Catalog, 'archiveProduct'> =>
  async ({ product_id }, context) => {
    await deps.db.tx(async (tx) => {
      const before = await lockProduct(tx, product_id, ownerOf(context))
      if (before === null) throw context.fail('NOT_FOUND')
      if (before.status === 'archived') return
      const after = { ...before, status: 'archived' as const, updated_at: context.now().toISOString() }
      await writeProducts(tx, [after], new Map())
      await deps.outbox.add(tx, 'catalog.product-changed.v1', productFacts(after), { key: after.id })
      await deps.audit.record(tx, context, {
        action: 'catalog.product-archived',
        subject_type: 'product',
        subject_id: after.id,
        before: auditedFields(before),
        after: auditedFields(after),
      })
    })
    return null
  }
