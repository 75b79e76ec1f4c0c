import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { countRating } from './count-rating.ts'
import type { ReviewsDeps } from './deps.ts'
import { followPhotos } from './photos/follow-photos.ts'
import { customerOf, reachOf } from './reach.ts'
import { readWords } from './read-words.ts'
import { reviewView } from './review-view.ts'
import { findReview } from './store/find-reviews.ts'
import { lockReview, rewriteReview } from './store/write-reviews.ts'

/** Changes one's own review. Until a moderator has read the new words, nobody sees it and it does not count. */
export const updateReview =
  (deps: ReviewsDeps): Handler<Reviews, 'updateReview'> =>
  async ({ review_id, ...input }, context) => {
    const customer_id = customerOf(context)
    const reach = reachOf(context)
    const words = readWords(input, context)
    const found = await findReview(deps.db, review_id, reach, customer_id)
    if (found?.customer_id !== customer_id) throw context.fail('NOT_FOUND')
    const { product_id } = found
    const { bought } = await deps.clients.orders.hasBought(context, { customer_id, product_id })
    const row = await deps.db.tx(async (tx) => {
      const before = await lockReview(tx, review_id, reach)
      if (before === null) throw context.fail('NOT_FOUND')
      const after = await rewriteReview(tx, review_id, words, bought, context.now())
      if (before.status === 'published') {
        await countRating(deps, tx, before, -1)
        await followPhotos(deps, tx, review_id)
      }
      await deps.audit.record(tx, context, {
        action: 'reviews.rewritten',
        subject_type: 'review',
        subject_id: review_id,
        before: { rating: before.rating, status: before.status },
        after: { rating: after.rating, status: after.status },
      })
      return after
    })
    return reviewView(row, customer_id, false, new Map())
  }
