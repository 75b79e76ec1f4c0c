import type { Tx } from '@rampart/platform/db/db.ts'
import type { ReviewsDeps } from './deps.ts'
import { ratingOf } from './domain/rating.ts'
import { countStars } from './store/products.ts'
import type { ReviewRow } from './store/review-row.ts'

/** Counts a published review into the rating of its product, or out of it, and tells everybody. */
export async function countRating(
  deps: ReviewsDeps,
  tx: Tx,
  { product_id, rating }: Pick<ReviewRow, 'product_id' | 'rating'>,
  by: 1 | -1,
): Promise<void> {
  const { stars, version } = await countStars(tx, product_id, rating, by)
  const changed = { product_id, ...ratingOf(stars), version }
  await deps.outbox.add(tx, 'reviews.rating-changed.v1', changed, { key: product_id })
}
