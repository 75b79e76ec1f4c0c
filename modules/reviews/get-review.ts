import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { ReviewsDeps } from './deps.ts'
import { shownPhotos } from './photos/shown-photos.ts'
import { reachOf, viewerOf } from './reach.ts'
import { reviewView } from './review-view.ts'
import { findReview } from './store/find-reviews.ts'

/** One review: a published one, or in any status one's own or, for staff, anybody's. */
export const getReview =
  (deps: ReviewsDeps): Handler<Reviews, 'getReview'> =>
  async ({ review_id }, context) => {
    const viewer = viewerOf(context.principal)
    const row = await findReview(deps.db, review_id, reachOf(context), viewer)
    if (row === null) throw context.fail('NOT_FOUND')
    return reviewView(row, viewer, row.voted, await shownPhotos(deps, context, [row]))
  }
