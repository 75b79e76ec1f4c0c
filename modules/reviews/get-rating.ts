import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { ReviewsDeps } from './deps.ts'
import { histogramOf, ratingOf } from './domain/rating.ts'
import { findStars } from './store/products.ts'

/** What a product is rated. One that nobody has reviewed, or that is not there, has no rating. */
export const getRating =
  (deps: ReviewsDeps): Handler<Reviews, 'getRating'> =>
  async ({ product_id }) => {
    const stars = (await findStars(deps.db, product_id)) ?? []
    return { product_id, ...ratingOf(stars), histogram: histogramOf(stars) }
  }
