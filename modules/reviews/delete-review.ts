import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { countRating } from './count-rating.ts'
import type { ReviewsDeps } from './deps.ts'
import { discardPhotos } from './photos/follow-photos.ts'
import { reachOf } from './reach.ts'
import { findReview } from './store/find-reviews.ts'
import { photosOf } from './store/photos.ts'
import { lockReview, removeReview } from './store/write-reviews.ts'
import { aboutProduct, tellAuthor } from './tell-author.ts'

/** Removes a review with everything about it: one's own, or as a moderator any. Then its author is told. */
export const deleteReview =
  (deps: ReviewsDeps): Handler<Reviews, 'deleteReview'> =>
  async ({ review_id }, context) => {
    const reach = reachOf(context)
    const byModerator = context.principal.kind === 'staff'
    const read = byModerator ? await findReview(deps.db, review_id, reach, null) : null
    const about = read === null ? null : await aboutProduct(deps, context, read.product_id)
    await deps.db.tx(async (tx) => {
      const row = await lockReview(tx, review_id, reach)
      if (row === null) throw context.fail('NOT_FOUND')
      await discardPhotos(deps, tx, row.customer_id, await photosOf(tx, review_id))
      await removeReview(tx, review_id)
      if (row.status === 'published') await countRating(deps, tx, row, -1)
      if (byModerator) await tellAuthor(deps, tx, row, about, { decision: 'removed', reason: null })
      await deps.audit.record(tx, context, {
        action: 'reviews.removed',
        subject_type: 'review',
        subject_id: review_id,
        before: { product_id: row.product_id, rating: row.rating, status: row.status },
      })
    })
    return null
  }
