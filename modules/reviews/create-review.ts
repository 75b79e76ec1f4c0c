import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { ReviewsDeps } from './deps.ts'
import { customerOf } from './reach.ts'
import { readWords } from './read-words.ts'
import { reviewView } from './review-view.ts'
import { knowProduct } from './store/products.ts'
import { insertReview } from './store/write-reviews.ts'

/** Takes a customer's review of a product, verified when the shop has sold it to them. It waits for a moderator. */
export const createReview =
  (deps: ReviewsDeps): Handler<Reviews, 'createReview'> =>
  async ({ product_id, ...input }, context) => {
    const customer_id = customerOf(context)
    const words = readWords(input, context)
    const asked = context.now()
    const { catalog, orders } = deps.clients
    const [{ products }, { bought }] = await Promise.all([
      catalog.describeProducts(context, { product_ids: [product_id] }),
      orders.hasBought(context, { customer_id, product_id }),
    ])
    const product = products[0]
    if (product?.published !== true) throw context.fail('NOT_FOUND')
    const row = await deps.db.tx(async (tx) => {
      await knowProduct(tx, product_id, product.seller_id, asked)
      const now = context.now()
      const review = { id: newId(), product_id, customer_id, words, verified: bought, now }
      const written = await insertReview(tx, review)
      if (written === null) throw context.fail('REVIEWS_ALREADY_WRITTEN')
      await deps.audit.record(tx, context, {
        action: 'reviews.written',
        subject_type: 'review',
        subject_id: written.id,
        after: { product_id, rating: written.rating, verified: written.verified },
      })
      return written
    })
    return reviewView(row, customer_id, false, new Map())
  }
