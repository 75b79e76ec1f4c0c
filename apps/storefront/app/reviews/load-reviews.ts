import type { PublicClient } from '@rampart/client/public-client.ts'
import { needed } from '../page-errors.ts'
import { readReviewQuery } from './read-review-query.ts'
import type { Rating, ReviewPage } from './types.ts'

export const REVIEWS_PER_PAGE = 10

/** What a product's page shows of its reviews: the figures, and the page of them that the address asks for. */
export async function loadReviews(
  { reviews }: PublicClient,
  product_id: string,
  url: URL,
): Promise<{ rating: Rating; page: ReviewPage }> {
  const { page, sort, stars } = readReviewQuery(url.searchParams)
  const input = { product_id, page, sort, page_size: REVIEWS_PER_PAGE }
  const [rating, found] = await Promise.all([
    needed(reviews.getRating({ product_id }), url),
    needed(reviews.listReviews(stars === undefined ? input : { ...input, rating: stars }), url),
  ])
  return { rating, page: found }
}
