import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { ReviewsDeps } from './deps.ts'
import { customerOf } from './reach.ts'
import { ownViews } from './review-view.ts'
import { countOwn, findOwn } from './store/find-reviews.ts'

/** One page of what the customer has written, in any status. */
export const listOwnReviews =
  (deps: ReviewsDeps): Handler<Reviews, 'listOwnReviews'> =>
  async ({ page, page_size, product_id }, context) => {
    const customerId = customerOf(context)
    const window = { limit: page_size, offset: (page - 1) * page_size }
    const [rows, total] = await Promise.all([
      findOwn(deps.db, customerId, product_id, window),
      countOwn(deps.db, customerId, product_id),
    ])
    return { items: await ownViews(deps, context, rows), page, page_size, total }
  }
