import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { decide } from './decide-review.ts'
import type { ReviewsDeps } from './deps.ts'
import { keptText } from './domain/words.ts'

/** Refuses a review, or takes a published one back. Its author reads why, where something was written. */
export const rejectReview =
  (deps: ReviewsDeps): Handler<Reviews, 'rejectReview'> =>
  async ({ review_id, version, reason }, context) => {
    const kept = keptText(reason)
    return decide(deps, context, {
      review_id,
      version,
      status: 'rejected',
      reason: kept === '' ? null : kept,
    })
  }
