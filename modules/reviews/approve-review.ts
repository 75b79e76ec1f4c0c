import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { decide } from './decide-review.ts'
import type { ReviewsDeps } from './deps.ts'

/** Publishes a review. */
export const approveReview =
  (deps: ReviewsDeps): Handler<Reviews, 'approveReview'> =>
  async ({ review_id, version }, context) =>
    decide(deps, context, { review_id, version, status: 'published', reason: null })
