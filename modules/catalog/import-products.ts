import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'
import type { CatalogDeps } from './deps.ts'
import { pictureOf } from './domain/picture.ts'
import { describe } from './find-pictures.ts'
import type { ImportRow } from './import-row.ts'
import { type ImportPlan, planImport } from './plan-import.ts'
import { productFacts } from './save-product.ts'
import { lockCategories } from './store/categories.ts'
import { writeProducts } from './store/write-products.ts'
import { queueTelling, tellStockNow } from './tell-stock.ts'

const FACTS_PER_EVENT = 200
const TRIES = 4

type ImportContext = CallContext & { readonly now: () => Date; readonly own_only: boolean }

/** Adds or updates products by SKU, all rows of a call in one transaction; rows that cannot be taken are told of. */
export const importProducts =
  (deps: CatalogDeps): Handler<Catalog, 'importProducts'> =>
  async ({ rows }, context) => {
    const pictures = await describe(
      deps,
      context,
      rows.flatMap((row) => row.pictures ?? []),
    )
    const picturesOf = (row: ImportRow) =>
      row.pictures?.flatMap(({ id, alt }) => {
        const stored = pictures.get(id)
        return stored === undefined ? [] : [pictureOf(stored, alt ?? stored.alt)]
      })
    const plan = await writeImport(deps, context, rows, picturesOf)
    await tellStockNow(deps, context, [...plan.initial.keys()])
    return { created: plan.created, updated: plan.updated, failed: plan.failed }
  }

// Another writer may take an SKU or an address between the look and the write; the second look sees it.
async function writeImport(
  deps: CatalogDeps,
  context: ImportContext,
  rows: readonly ImportRow[],
  picturesOf: (row: ImportRow) => ReturnType<typeof pictureOf>[] | undefined,
): Promise<ImportPlan> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await deps.db.tx(async (tx) => {
        const plan = await planImport(tx, rows, picturesOf, deps.settings.shop_currency, context.now())
        await writePlan(deps, tx, context, plan)
        return plan
      })
    } catch (error) {
      if (!isUniqueViolation(error) || attempt === TRIES) throw error
    }
  }
}

async function writePlan(deps: CatalogDeps, tx: Tx, context: ImportContext, plan: ImportPlan): Promise<void> {
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
    subject_type: 'catalog',
    subject_id: context.request_id,
    after: { created, updated, failed: failed.length },
  })
}
