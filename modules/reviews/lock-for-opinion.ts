import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { customerOf } from './reach.ts'
import type { ReviewRow } from './store/review-row.ts'
import { lockReview } from './store/write-reviews.ts'

/**
 * A published review of somebody else, locked, and the customer who has an opinion about it.
 * @throws REVIEWS_OWN for one's own, NOT_FOUND for what nobody sees
 */
export async function lockForOpinion(
  tx: Tx,
  id: string,
  context: HandlerContext<'REVIEWS_OWN'>,
): Promise<{ row: ReviewRow; customer_id: string }> {
  const customer_id = customerOf(context)
  const row = await lockReview(tx, id, sql`(r.status = 'published' OR r.customer_id = ${customer_id})`)
  if (row === null) throw context.fail('NOT_FOUND')
  if (row.customer_id === customer_id) throw context.fail('REVIEWS_OWN')
  return { row, customer_id }
}
