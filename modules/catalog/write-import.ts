import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { CatalogDeps } from './deps.ts'
import type { ImportPlan } from './plan-import.ts'
import { productFacts } from './save-product.ts'
import { lockCategories } from './store/categories.ts'
import { writeProducts } from './store/write-products.ts'
import { queueTelling } from './tell-stock.ts'

const FACTS_PER_EVENT = 200

type WriteContext = CallContext & { readonly now: () => Date }

/** Writes what was planned, with its events and one entry. `transfer_id` says of which import it is a part. */
export async function writePlan(
  deps: CatalogDeps,
  tx: Tx,
  context: WriteContext,
  plan: ImportPlan,
  transfer_id?: string,
): Promise<void> {
  const { products, initial, created, updated, failed } = plan
  if (products.length === 0) return
  await lockCategories(tx, [...new Set(products.flatMap(({ category_id }) => category_id ?? []))])
  await writeProducts(tx, products, initial)
  if (initial.size > 0) await queueTelling(deps, tx, context.now())
  for (let start = 0; start < products.length; start += FACTS_PER_EVENT) {
    const facts = products.slice(start, start + FACTS_PER_EVENT).map(productFacts)
    await deps.outbox.add(tx, 'catalog.products-imported.v1', { products: facts })
  }
  await deps.audit.record(tx, context, {
    action: 'catalog.products-imported',
    subject_type: transfer_id === undefined ? 'catalog' : 'transfer',
    subject_id: transfer_id ?? context.request_id,
    after: { created, updated, failed: failed.length },
  })
}
