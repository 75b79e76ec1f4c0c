import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { ReviewsDeps } from './deps.ts'
import { keptText } from './domain/words.ts'
import { reachOf } from './reach.ts'
import { managedView } from './review-view.ts'
import { findReports } from './store/find-managed.ts'
import { writeReply } from './store/write-reviews.ts'

/** Answers a review for the shop, or as the seller whose product it is about. */
export const replyToReview =
  (deps: ReviewsDeps): Handler<Reviews, 'replyToReview'> =>
  async ({ review_id, text }, context) => {
    const kept = text === null ? null : keptText(text) || null
    const row = await deps.db.tx(async (tx) => {
      const answered = await writeReply(tx, review_id, reachOf(context), kept, context.now())
      if (answered === null) throw context.fail('NOT_FOUND')
      await deps.audit.record(tx, context, {
        action: kept === null ? 'reviews.reply-removed' : 'reviews.replied',
        subject_type: 'review',
        subject_id: review_id,
        after: { reply: kept },
      })
      return answered
    })
    const reports = context.own_only ? new Map() : await findReports(deps.db, [review_id])
    return managedView(deps, context, row, reports)
  }
