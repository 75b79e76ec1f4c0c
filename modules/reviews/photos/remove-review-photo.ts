import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { ReviewsDeps } from '../deps.ts'
import { reachOf } from '../reach.ts'
import { removePhoto } from '../store/photos.ts'
import { discardPhotos } from './follow-photos.ts'

/** Takes a photo off one's own review. What is left was read already, so nothing waits. */
export const removeReviewPhoto =
  (deps: ReviewsDeps): Handler<Reviews, 'removeReviewPhoto'> =>
  async ({ photo_id }, context) => {
    await deps.db.tx(async (tx) => {
      const gone = await removePhoto(tx, photo_id, reachOf(context))
      if (gone === null) throw context.fail('NOT_FOUND')
      await discardPhotos(deps, tx, gone.customer_id, [photo_id])
      await deps.audit.record(tx, context, {
        action: 'reviews.photo-removed',
        subject_type: 'review',
        subject_id: gone.review_id,
        before: { photo_id },
      })
    })
    return null
  }
