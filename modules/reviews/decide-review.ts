import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { countRating } from './count-rating.ts'
import type { ReviewsDeps } from './deps.ts'
import { reachOf } from './reach.ts'
import { type ManagedView, managedView } from './review-view.ts'
import { decideReview, lockReview } from './store/write-reviews.ts'

type Code = 'REVIEWS_ALREADY_DECIDED' | 'REVIEWS_CHANGED_MEANWHILE'

type Decision = {
  readonly review_id: string
  /** Of the words the moderator has read, if they say. */
  readonly version: number | undefined
  readonly status: 'published' | 'rejected'
  readonly reason: string | null
}

/**
 * Publishes a review or refuses it, and keeps the rating of its product equal to what is published. To publish again
 * what is published is no error while something is reported about it: that settles the reports.
 */
export async function decide(
  deps: ReviewsDeps,
  context: HandlerContext<Code>,
  { review_id, version, status, reason }: Decision,
): Promise<ManagedView> {
  const row = await deps.db.tx(async (tx) => {
    const before = await lockReview(tx, review_id, reachOf(context))
    if (before === null) throw context.fail('NOT_FOUND')
    if (version !== undefined && version !== before.version) throw context.fail('REVIEWS_CHANGED_MEANWHILE')
    if (before.status === status && before.report_count === 0) throw context.fail('REVIEWS_ALREADY_DECIDED')
    const after = await decideReview(tx, review_id, status, reason)
    if (before.status !== 'published' && status === 'published') await countRating(deps, tx, after, 1)
    if (before.status === 'published' && status !== 'published') await countRating(deps, tx, after, -1)
    await deps.audit.record(tx, context, {
      action: status === 'published' ? 'reviews.approved' : 'reviews.rejected',
      subject_type: 'review',
      subject_id: review_id,
      before: { status: before.status, reports: before.report_count },
      after: { status },
    })
    return after
  })
  return managedView(deps, context, row, new Map())
}
