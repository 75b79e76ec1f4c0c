import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'
import type { CatalogDeps } from './deps.ts'
import { keyedAttributes } from './domain/attributes.ts'
import type { Picture, Product } from './domain/product.ts'
import { findPictures } from './find-pictures.ts'
import { viewProduct } from './product-view.ts'
import { type ProductInput, readVariants, type SaveContext } from './read-variants.ts'
import { saveProduct } from './save-product.ts'
import { lockProduct } from './store/load-products.ts'
import { findProductPage } from './store/product-page.ts'
import { tellStockNow } from './tell-stock.ts'

/** Changes the given fields of a product; lists that are given replace what was there. */
export const updateProduct =
  (deps: CatalogDeps): Handler<Catalog, 'updateProduct'> =>
  async ({ product_id, ...input }, context) => {
    const pictures =
      input.pictures === undefined ? undefined : await findPictures(deps, context, input.pictures)
    if (pictures === null) throw context.fail('CATALOG_PICTURE_UNKNOWN')
    const initial = await changeProduct(deps, context, product_id, input, pictures)
    await tellStockNow(deps, context, [...initial.keys()])
    const page = await findProductPage(deps.db, product_id, true)
    if (page === null) throw context.fail('NOT_FOUND')
    return viewProduct(page.detail, page.breadcrumb ?? [], page.available ?? {})
  }

async function changeProduct(
  deps: CatalogDeps,
  context: SaveContext,
  id: string,
  input: ProductInput,
  pictures: Picture[] | undefined,
): Promise<Map<string, number>> {
  try {
    return await deps.db.tx(async (tx) => {
      const before = await lockProduct(tx, id)
      if (before === null) throw context.fail('NOT_FOUND')
      const { variants, options, initial } = readVariants(input, before, before.currency, context)
      const after = { ...before, ...changedFields(before, input), variants, options }
      after.pictures = pictures ?? before.pictures
      after.updated_at = context.now().toISOString()
      await saveProduct(deps, tx, context, { action: 'catalog.product-updated', before, after, initial })
      return initial
    })
  } catch (error) {
    if (isUniqueViolation(error, 'products_slug')) throw context.fail('CATALOG_SLUG_TAKEN')
    throw error
  }
}

// An address stays when the name changes: links to it are out in the world.
function changedFields(before: Product, input: ProductInput) {
  return {
    name: input.name ?? before.name,
    slug: input.slug ?? before.slug,
    summary: input.summary ?? before.summary,
    description: input.description ?? before.description,
    brand: input.brand === undefined ? before.brand : input.brand === '' ? null : input.brand,
    status: input.status ?? before.status,
    category_id: input.category_id === undefined ? before.category_id : input.category_id,
    attributes: input.attributes === undefined ? before.attributes : keyedAttributes(input.attributes),
  }
}
