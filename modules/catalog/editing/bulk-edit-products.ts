import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ErrorCodeOf, RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { toMoney } from '@rampart/platform/money/money.ts'
import type { CatalogDeps } from '../deps.ts'
import { asksForChange, bulkEdited, type BulkChanges, differences } from '../domain/bulk-edit.ts'
import type { Product } from '../domain/product.ts'
import { productFacts } from '../save-product.ts'
import { categoryNames, lockCategories } from '../store/categories.ts'
import { lockProducts } from '../store/load-products.ts'
import { noteApplied } from '../store/sales.ts'
import { writeProducts } from '../store/write-products.ts'
import { checkTypes } from '../types/check-types.ts'

type Context = HandlerContext<ErrorCodeOf<Catalog, 'bulkEditProducts'>>
type Item = RawOutputOf<Catalog, 'bulkEditProducts'>['items'][number]
type Pair = { readonly before: Product; readonly after: Product }

const MAX_MINOR = 1_000_000_000_000

/** Changes many products in one transaction, all of them or none. A dry run tells the same and writes nothing. */
export const bulkEditProducts =
  (deps: CatalogDeps): Handler<Catalog, 'bulkEditProducts'> =>
  async ({ product_ids, dry_run, ...changes }, context) => {
    if (!asksForChange(changes)) throw context.fail('CATALOG_NOTHING_TO_CHANGE')
    const ids = [...new Set(product_ids)]
    return deps.db.tx(async (tx) => {
      const products = await lockProducts(tx, ids, ownerOf(context))
      if (products.length !== ids.length) throw context.fail('NOT_FOUND')
      const edited = await checkTypes(
        tx,
        products.map((before) => bulkEdited(before, changes)),
        context,
      )
      const pairs = products.flatMap((before, index) => {
        const after = edited[index]
        return after === undefined ? [] : [{ before, after }]
      })
      checkPrices(pairs, context)
      await holdCategories(tx, pairs, context)
      const items = await tellChanges(tx, pairs)
      const changed = pairs.filter(({ before, after }) => differences(before, after).length > 0)
      if (!dry_run && changed.length > 0) await write(deps, tx, context, changed, changes)
      return { dry_run, changed: changed.length, items }
    })
  }

function checkPrices(pairs: readonly Pair[], context: Context): void {
  const prices = pairs.flatMap(({ after }) =>
    after.variants.flatMap((variant) => [variant, ...variant.prices]),
  )
  if (prices.some(({ price_minor }) => price_minor > MAX_MINOR)) throw context.fail('CATALOG_BAD_PRICE')
}

async function holdCategories(tx: Tx, pairs: readonly Pair[], context: Context): Promise<void> {
  const wanted = [...new Set(pairs.flatMap(({ after }) => after.category_id ?? []))]
  if ((await lockCategories(tx, wanted)) !== wanted.length) throw context.fail('CATALOG_CATEGORY_UNKNOWN')
}

async function tellChanges(tx: Tx, pairs: readonly Pair[]): Promise<Item[]> {
  const names = await categoryNames(
    tx,
    pairs.flatMap(({ before, after }) => [before.category_id ?? [], after.category_id ?? []].flat()),
  )
  const text = {
    status: ({ status }: Product) => status,
    category: ({ category_id }: Product) => names.get(category_id ?? '') ?? '',
    price: ({ variants, currency }: Product) =>
      toMoney(Math.min(...variants.map(({ price_minor }) => price_minor)), currency).amount,
    tags: ({ tags }: Product) => tags.join(', '),
  }
  return pairs.map(({ before, after }) => ({
    id: before.id,
    name: before.name,
    changes: differences(before, after).map((field) => ({
      field,
      before: text[field](before),
      after: text[field](after),
    })),
  }))
}

async function write(
  deps: CatalogDeps,
  tx: Tx,
  context: Context,
  changed: readonly Pair[],
  changes: BulkChanges,
): Promise<void> {
  const now = context.now()
  const products = changed.map(({ after }) => ({ ...after, updated_at: now.toISOString() }))
  await writeProducts(tx, products, new Map())
  for (const product of products) {
    await noteApplied(tx, product.id, now)
    await deps.outbox.add(tx, 'catalog.product-changed.v1', productFacts(product), { key: product.id })
  }
  await deps.audit.record(tx, context, {
    action: 'catalog.products-edited',
    subject_type: 'catalog',
    subject_id: context.request_id,
    after: { ...changes, product_ids: products.map(({ id }) => id) },
  })
}
