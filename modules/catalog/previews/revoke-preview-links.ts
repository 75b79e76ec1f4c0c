import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from '../deps.ts'
import { lockProduct } from '../store/load-products.ts'
import { deletePreviews } from '../store/previews.ts'

/** Ends all preview links of a product. */
export const revokePreviewLinks =
  (deps: CatalogDeps): Handler<Catalog, 'revokePreviewLinks'> =>
  async ({ product_id }, context) => {
    await deps.db.tx(async (tx) => {
      if ((await lockProduct(tx, product_id, ownerOf(context))) === null) throw context.fail('NOT_FOUND')
      const links = await deletePreviews(tx, product_id)
      await deps.audit.record(tx, context, {
        action: 'catalog.previews-revoked',
        subject_type: 'product',
        subject_id: product_id,
        before: { links },
      })
    })
    return null
  }
