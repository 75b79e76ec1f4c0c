import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { ReviewsDeps } from './deps.ts'
import { lockForOpinion } from './lock-for-opinion.ts'
import { addVote, takeVoteBack } from './store/opinions.ts'

/** Counts a customer's vote for somebody else's review once, however often it comes. */
export const markHelpful =
  (deps: ReviewsDeps): Handler<Reviews, 'markHelpful'> =>
  async ({ review_id, helpful }, context) => {
    const helpful_count = await deps.db.tx(async (tx) => {
      const { row, customer_id } = await lockForOpinion(tx, review_id, context)
      const opinion = { review_id, customer_id, now: context.now() }
      const count = helpful ? await addVote(tx, opinion) : await takeVoteBack(tx, opinion)
      await deps.audit.record(tx, context, {
        action: 'reviews.voted',
        subject_type: 'review',
        subject_id: review_id,
        before: { helpful_count: row.helpful_count },
        after: { helpful_count: count },
      })
      return count
    })
    return { helpful, helpful_count }
  }
