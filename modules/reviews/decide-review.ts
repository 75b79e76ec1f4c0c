import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { countRating } from './count-rating.ts'
import type { ReviewsDeps } from './deps.ts'
import { followPhotos } from './photos/follow-photos.ts'
import { reachOf } from './reach.ts'
import { type ManagedView, managedView } from './review-view.ts'
import { findReview } from './store/find-reviews.ts'
import { findShown } from './store/photos.ts'
import { decideReview, lockReview } from './store/write-reviews.ts'
import { aboutProduct, tellAuthor } from './tell-author.ts'

type Code = 'REVIEWS_ALREADY_DECIDED' | 'REVIEWS_CHANGED_MEANWHILE'

type Decision = {
  readonly review_id: string
  /** Of the words the moderator has read, if they say. */
  readonly version: number | undefined
  readonly status: 'published' | 'rejected'
  readonly reason: string | null
  /** Those that may be published with it; others have been added since. */
  readonly photos?: readonly string[]
}

/**
 * Publishes a review or refuses it, and keeps the rating of its product equal to what is published. To publish again
 * what is published is no error while something is reported about it: that settles the reports. The badge is what the
 * orders say at that moment.
 */
export async function decide(
  deps: ReviewsDeps,
  context: HandlerContext<Code>,
  { review_id, version, status, reason, photos = [] }: Decision,
): Promise<ManagedView> {
  const reach = reachOf(context)
  const read = await findReview(deps.db, review_id, reach, null)
  if (read === null) throw context.fail('NOT_FOUND')
  const { customer_id, product_id } = read
  const [about, { bought }] = await Promise.all([
    aboutProduct(deps, context, product_id),
    deps.clients.orders.hasBought(context, { customer_id, product_id }),
  ])
  const row = await deps.db.tx(async (tx) => {
    const before = await lockReview(tx, review_id, reach)
    if (before === null) throw context.fail('NOT_FOUND')
    if (version !== undefined && version !== before.version) throw context.fail('REVIEWS_CHANGED_MEANWHILE')
    if (status === 'published' && !(await hasOnly(tx, review_id, photos)))
      throw context.fail('REVIEWS_CHANGED_MEANWHILE')
    if (before.status === status && before.report_count === 0) throw context.fail('REVIEWS_ALREADY_DECIDED')
    const after = await decideReview(tx, review_id, status, reason, bought)
    const shown = before.status === 'published'
    if (!shown && status === 'published') await countRating(deps, tx, after, 1)
    if (shown && status !== 'published') await countRating(deps, tx, after, -1)
    if (before.status !== status) {
      await followPhotos(deps, tx, review_id)
      const decision = status === 'published' ? 'published' : shown ? 'taken_back' : 'refused'
      await tellAuthor(deps, tx, after, about, { decision, reason })
    }
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

async function hasOnly(tx: Tx, review_id: string, photos: readonly string[]): Promise<boolean> {
  const now = await findShown(tx, review_id)
  return now === null || now.photo_ids.every((id) => photos.includes(id))
}
