import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { CatalogDeps } from '../deps.ts'
import { viewProduct } from '../product-view.ts'
import { findPreview } from '../store/previews.ts'
import { findProductPage } from '../store/product-page.ts'

/** A product by a link made for looking at it: what its page would show, and nothing that only staff read. */
export const getPreview =
  (deps: CatalogDeps): Handler<Catalog, 'getPreview'> =>
  async ({ token }, context) => {
    const preview = await findPreview(deps.db, hashToken(token), context.now())
    const page = preview === null ? null : await findProductPage(deps.db, preview.product_id, { owner: null })
    if (preview === null || page === null) throw context.fail('NOT_FOUND')
    const { managed: _managed, tags: _tags, type_id: _type, ...shown } = page
    return {
      product: viewProduct(shown, await deps.sellerNames([shown], context.now())),
      expires_at: preview.expires_at,
    }
  }
