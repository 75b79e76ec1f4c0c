import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { ReviewsDeps } from './deps.ts'
import { keptText } from './domain/words.ts'
import { lockForOpinion } from './lock-for-opinion.ts'
import { noteReport } from './store/opinions.ts'

/** Puts a review in front of the moderators again. It stays where it is until they have decided. */
export const reportReview =
  (deps: ReviewsDeps): Handler<Reviews, 'reportReview'> =>
  async ({ review_id, reason, note }, context) => {
    await deps.db.tx(async (tx) => {
      const { customer_id } = await lockForOpinion(tx, review_id, context)
      await noteReport(tx, { review_id, customer_id, now: context.now() }, reason, keptText(note))
      await deps.audit.record(tx, context, {
        action: 'reviews.reported',
        subject_type: 'review',
        subject_id: review_id,
        after: { reason },
      })
    })
    return null
  }
