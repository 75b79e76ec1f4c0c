import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'
import { chooseSeller } from './choose-seller.ts'
import type { CatalogDeps } from './deps.ts'
import { keyedAttributes } from './domain/attributes.ts'
import type { Picture, Product } from './domain/product.ts'
import { choosePictures, describe } from './find-pictures.ts'
import { viewManagedPage } from './managed-view.ts'
import { currenciesOf, type ProductInput, readVariants, type SaveContext } from './read-variants.ts'
import { saveProduct } from './save-product.ts'
import { lockProduct } from './store/load-products.ts'
import { findProductPage } from './store/product-page.ts'
import { tellStockNow } from './tell-stock.ts'

/** Changes the given fields of a product; lists that are given replace what was there. */
export const updateProduct =
  (deps: CatalogDeps): Handler<Catalog, 'updateProduct'> =>
  async ({ product_id, ...input }, context) => {
    const known = await describe(deps, context, input.pictures ?? [])
    const seller_id = await chooseSeller(deps, context, input.seller_id)
    const initial = await changeProduct(deps, context, product_id, { ...input, seller_id }, known)
    await tellStockNow(deps, context, [...initial.keys()])
    const page = await findProductPage(deps.db, product_id, { owner: ownerOf(context) })
    if (page === null) throw context.fail('NOT_FOUND')
    return viewManagedPage(deps, page, context.now())
  }

async function changeProduct(
  deps: CatalogDeps,
  context: SaveContext,
  id: string,
  input: ProductInput,
  known: Awaited<ReturnType<typeof describe>>,
): Promise<Map<string, number>> {
  try {
    return await deps.db.tx(async (tx) => {
      const before = await lockProduct(tx, id, ownerOf(context))
      if (before === null) throw context.fail('NOT_FOUND')
      const { variants, options, initial } = readVariants(input, before, currenciesOf(deps, before), context)
      const after = { ...before, ...changedFields(before, input), variants, options }
      after.pictures = changedPictures(before, input, known, context)
      after.updated_at = context.now().toISOString()
      await saveProduct(deps, tx, context, { action: 'catalog.product-updated', before, after, initial })
      return initial
    })
  } catch (error) {
    if (isUniqueViolation(error, 'products_slug')) throw context.fail('CATALOG_SLUG_TAKEN')
    throw error
  }
}

// What the product shows already may stay, whoever uploaded it.
function changedPictures(
  before: Product,
  { pictures: wanted }: ProductInput,
  known: Awaited<ReturnType<typeof describe>>,
  context: SaveContext,
): Picture[] {
  if (wanted === undefined) return before.pictures
  const chosen = choosePictures(wanted, known, before.pictures)
  if (chosen === null) throw context.fail('CATALOG_PICTURE_UNKNOWN')
  return chosen
}

// An address stays when the name changes. One that is left leads on: links to it are out in the world.
function changedFields(before: Product, input: ProductInput) {
  return {
    name: input.name ?? before.name,
    slug: input.slug ?? before.slug,
    summary: input.summary ?? before.summary,
    description: input.description ?? before.description,
    brand: input.brand === undefined ? before.brand : input.brand === '' ? null : input.brand,
    status: input.status ?? before.status,
    seller_id: input.seller_id === undefined ? before.seller_id : input.seller_id,
    category_id: input.category_id === undefined ? before.category_id : input.category_id,
    type_id: input.type_id === undefined ? before.type_id : input.type_id,
    seo_title: input.seo_title ?? before.seo_title,
    seo_description: input.seo_description ?? before.seo_description,
    tags: input.tags === undefined ? before.tags : [...new Set(input.tags)],
    attributes: input.attributes === undefined ? before.attributes : keyedAttributes(input.attributes),
  }
}
