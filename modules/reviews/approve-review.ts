import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { ErrorCodeOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { decide } from './decide-review.ts'
import type { ReviewsDeps } from './deps.ts'
import { findShown } from './store/photos.ts'

/** Publishes a review. It is refused while one of its photos is in quarantine: no moderator can have looked at that. */
export const approveReview =
  (deps: ReviewsDeps): Handler<Reviews, 'approveReview'> =>
  async ({ review_id, version }, context) => {
    const photos = await cleanPhotos(deps, context, review_id)
    return decide(deps, context, { review_id, version, status: 'published', reason: null, photos })
  }

async function cleanPhotos(
  deps: ReviewsDeps,
  context: HandlerContext<ErrorCodeOf<Reviews, 'approveReview'>>,
  review_id: string,
): Promise<readonly string[]> {
  const photo_ids = (await findShown(deps.db, review_id))?.photo_ids ?? []
  if (photo_ids.length === 0) return []
  const { photos } = await deps.clients.media.describeReviewPhotos(context, { photo_ids })
  if (photos.some(({ status }) => status !== 'clean')) throw context.fail('REVIEWS_PHOTO_IN_QUARANTINE')
  return photo_ids
}
