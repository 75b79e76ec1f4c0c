import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { CatalogDeps } from './deps.ts'
import type { Product } from './domain/product.ts'
import type { SaveContext } from './read-variants.ts'
import { lockCategory } from './store/categories.ts'
import { productsBySku } from './store/import-lookups.ts'
import type { InitialQuantities } from './store/variants.ts'
import { writeProducts } from './store/write-products.ts'
import { queueTelling } from './tell-stock.ts'
import { checkTypes } from './types/check-types.ts'

type Change = {
  readonly action: 'catalog.product-created' | 'catalog.product-updated'
  readonly before: Product | null
  readonly after: Product
  readonly initial: InitialQuantities
}

/** Writes one product with its event and audit entry, in the caller's transaction. */
export async function saveProduct(
  deps: CatalogDeps,
  tx: Tx,
  context: SaveContext,
  change: Change,
): Promise<void> {
  const { action, before, initial } = change
  const [after = change.after] = await checkTypes(tx, [change.after], context)
  if (after.category_id !== null && !(await lockCategory(tx, after.category_id))) {
    throw context.fail('CATALOG_CATEGORY_UNKNOWN')
  }
  await checkSkus(tx, after, context)
  try {
    await writeProducts(tx, [after], initial)
  } catch (error) {
    if (isUniqueViolation(error, 'variants_sku')) throw context.fail('CATALOG_SKU_TAKEN')
    throw error
  }
  if (initial.size > 0) await queueTelling(deps, tx, context.now())
  await deps.outbox.add(tx, 'catalog.product-changed.v1', productFacts(after), { key: after.id })
  await deps.audit.record(tx, context, {
    action,
    subject_type: 'product',
    subject_id: after.id,
    before: before === null ? null : auditedFields(before),
    after: auditedFields(after),
  })
}

/** Names the variants whose SKUs others have. Of two that are written at the same moment the index refuses one. */
async function checkSkus(tx: Tx, { id, variants }: Product, context: SaveContext): Promise<void> {
  const owners = await productsBySku(
    tx,
    variants.map(({ sku }) => sku),
  )
  const errors = variants.flatMap(({ sku }, index) =>
    (owners.get(sku) ?? id) === id
      ? []
      : [{ path: `variants.${index}.sku`, message: 'Another variant has this SKU.' }],
  )
  if (errors.length > 0) throw context.fail('CATALOG_SKU_TAKEN', { errors })
}

/** What other modules are told of a product. */
export function productFacts(product: Product) {
  return {
    product_id: product.id,
    product_name: product.name,
    seller_id: product.seller_id,
    variants: product.variants.map(({ id, sku, options }) => ({ variant_id: id, sku, options })),
  }
}

/** What an audit entry keeps of a product. */
export function auditedFields(product: Product) {
  const { name, slug, status, brand, seller_id, category_id, type_id, tags, currency, variants } = product
  const asked = variants.map(({ sku, price_minor, compare_at_minor, prices }) => ({
    sku,
    price_minor,
    compare_at_minor,
    ...(prices.length === 0 ? {} : { prices }),
  }))
  return { name, slug, status, brand, seller_id, category_id, type_id, tags, currency, variants: asked }
}
