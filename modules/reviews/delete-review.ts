import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { countRating } from './count-rating.ts'
import type { ReviewsDeps } from './deps.ts'
import { reachOf } from './reach.ts'
import { lockReview, removeReview } from './store/write-reviews.ts'

/** Removes a review with everything about it: one's own, or as a moderator any. */
export const deleteReview =
  (deps: ReviewsDeps): Handler<Reviews, 'deleteReview'> =>
  async ({ review_id }, context) => {
    await deps.db.tx(async (tx) => {
      const row = await lockReview(tx, review_id, reachOf(context))
      if (row === null) throw context.fail('NOT_FOUND')
      await removeReview(tx, review_id)
      if (row.status === 'published') await countRating(deps, tx, row, -1)
      await deps.audit.record(tx, context, {
        action: 'reviews.removed',
        subject_type: 'review',
        subject_id: review_id,
        before: { product_id: row.product_id, rating: row.rating, status: row.status },
      })
    })
    return null
  }
