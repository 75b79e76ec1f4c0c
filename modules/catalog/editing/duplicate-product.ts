import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { insertProduct } from '../create-product.ts'
import type { CatalogDeps } from '../deps.ts'
import { copyOf, copySkus } from '../domain/copy.ts'
import { viewManagedPage } from '../managed-view.ts'
import { productsBySku } from '../store/import-lookups.ts'
import { lockProduct } from '../store/load-products.ts'
import { findProductPage } from '../store/product-page.ts'
import { tellStockNow } from '../tell-stock.ts'

const SKU_TRIES = 50

/** Makes a draft like a product: with all its fields, new SKUs and a new address. It has no stock, no sale and no sales. */
export const duplicateProduct =
  (deps: CatalogDeps): Handler<Catalog, 'duplicateProduct'> =>
  async ({ product_id, name }, context) => {
    const owner = ownerOf(context)
    const copy = await deps.db.tx(async (tx) => {
      const source = await lockProduct(tx, product_id, owner)
      if (source === null) throw context.fail('NOT_FOUND')
      const skus = await freeSkus(
        tx,
        source.variants.map(({ sku }) => sku),
      )
      if (skus === null) throw context.fail('CATALOG_SKU_TAKEN')
      return copyOf(source, { name: name ?? source.name, skus, now: context.now().toISOString() }, newId)
    })
    const initial = new Map(copy.variants.map(({ id }) => [id, 0]))
    await insertProduct(deps, context, copy, undefined, initial)
    await tellStockNow(deps, context, [...initial.keys()])
    const page = await findProductPage(deps.db, copy.id, { owner })
    if (page === null) throw context.fail('NOT_FOUND')
    return viewManagedPage(deps, page, context.now())
  }

/** The first set of SKUs like these of which none is taken; null after fifty. */
async function freeSkus(tx: Tx, skus: readonly string[]): Promise<string[] | null> {
  for (let number = 1; number <= SKU_TRIES; number++) {
    const copies = copySkus(skus, number)
    if ((await productsBySku(tx, copies)).size === 0) return copies
  }
  return null
}
