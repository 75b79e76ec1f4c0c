import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'
import { chooseSeller } from './choose-seller.ts'
import type { CatalogDeps } from './deps.ts'
import { keyedAttributes } from './domain/attributes.ts'
import type { Product } from './domain/product.ts'
import { freeSlug, slugFrom } from './domain/slug.ts'
import { findPictures } from './find-pictures.ts'
import { viewManagedPage } from './managed-view.ts'
import { currenciesOf, type ProductInput, readVariants, type SaveContext } from './read-variants.ts'
import { saveProduct } from './save-product.ts'
import { findProductPage } from './store/product-page.ts'
import { productSlugsLike } from './store/slugs.ts'
import { tellStockNow } from './tell-stock.ts'

const SLUG_TRIES = 5

/** Adds a product. Its address is made from its name unless given; first quantities go to the stock. */
export const createProduct =
  (deps: CatalogDeps): Handler<Catalog, 'createProduct'> =>
  async (input, context) => {
    const { variants, options, initial } = readVariants(input, null, currenciesOf(deps), context)
    const pictures = await findPictures(deps, context, input.pictures ?? [])
    if (pictures === null) throw context.fail('CATALOG_PICTURE_UNKNOWN')
    const seller_id = (await chooseSeller(deps, context, input.seller_id)) ?? null
    const product = { ...newProduct(deps, input, context), seller_id, variants, options, pictures }
    await insertProduct(deps, context, product, input.slug, initial)
    await tellStockNow(deps, context, [...initial.keys()])
    const page = await findProductPage(deps.db, product.id, { owner: ownerOf(context) })
    if (page === null) throw context.fail('NOT_FOUND')
    return viewManagedPage(deps, page, context.now())
  }

function newProduct(deps: CatalogDeps, input: ProductInput & { name: string }, context: SaveContext) {
  const now = context.now().toISOString()
  return {
    id: newId(),
    name: input.name,
    summary: input.summary ?? '',
    description: input.description ?? '',
    brand: input.brand === '' ? null : (input.brand ?? null),
    status: input.status ?? 'published',
    category_id: input.category_id ?? null,
    type_id: input.type_id ?? null,
    attributes: keyedAttributes(input.attributes ?? []),
    seo_title: input.seo_title ?? '',
    seo_description: input.seo_description ?? '',
    tags: [...new Set(input.tags)],
    currency: deps.settings.shop_currency,
    created_at: now,
    updated_at: now,
  }
}

/**
 * Adds a product, at the address given or a free one made from its name. Two of one name at the same moment find the same
 * free address; the loser looks again.
 */
export async function insertProduct(
  deps: CatalogDeps,
  context: SaveContext,
  product: Omit<Product, 'slug'>,
  slug: string | undefined,
  initial: Map<string, number>,
): Promise<void> {
  const base = slugFrom(product.name, `p-${product.id.slice(-12)}`)
  for (let attempt = 1; ; attempt++) {
    try {
      await deps.db.tx(async (tx) => {
        const free = slug ?? freeSlug(base, await productSlugsLike(tx, base))
        const after = { ...product, slug: attempt < SLUG_TRIES ? free : `${base}-${product.id.slice(-12)}` }
        await saveProduct(deps, tx, context, {
          action: 'catalog.product-created',
          before: null,
          after,
          initial,
        })
      })
      return
    } catch (error) {
      if (!isUniqueViolation(error, 'products_slug') || (slug === undefined && attempt > SLUG_TRIES))
        throw error
      if (slug !== undefined) throw context.fail('CATALOG_SLUG_TAKEN')
    }
  }
}
