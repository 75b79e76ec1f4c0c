import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import { hashToken, randomToken } from '@rampart/platform/crypto/tokens.ts'
import type { CatalogDeps } from '../deps.ts'
import { lockProduct } from '../store/load-products.ts'
import { insertPreview } from '../store/previews.ts'

const HOUR_MS = 3_600_000

/** Makes a link to look at a product. What is in it is told once and kept only as a hash. */
export const createPreviewLink =
  (deps: CatalogDeps): Handler<Catalog, 'createPreviewLink'> =>
  async ({ product_id, hours }, context) => {
    const now = context.now()
    const token = randomToken()
    const expiresAt = new Date(now.getTime() + hours * HOUR_MS)
    await deps.db.tx(async (tx) => {
      const product = await lockProduct(tx, product_id, ownerOf(context))
      if (product === null) throw context.fail('NOT_FOUND')
      if (product.status === 'archived') throw context.fail('CATALOG_PRODUCT_ARCHIVED')
      await insertPreview(tx, { tokenHash: hashToken(token), productId: product_id, expiresAt }, now)
      await deps.audit.record(tx, context, {
        action: 'catalog.preview-linked',
        subject_type: 'product',
        subject_id: product_id,
        after: { expires_at: expiresAt.toISOString() },
      })
    })
    const url = new URL(`/preview/${token}`, deps.settings.public_url).href
    return { url, token, expires_at: expiresAt.toISOString() }
  }
