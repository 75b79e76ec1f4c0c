import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { ReviewsDeps } from './deps.ts'
import { managedViews } from './review-view.ts'
import { countManaged, findManaged, findReports } from './store/find-managed.ts'

/** One page of reviews for the back office. Who reported what is not for the seller of the product. */
export const listManagedReviews =
  (deps: ReviewsDeps): Handler<Reviews, 'listManagedReviews'> =>
  async ({ page, page_size, sort, ...filter }, context) => {
    const owner = ownerOf(context)
    const window = { limit: page_size, offset: (page - 1) * page_size }
    const [rows, total] = await Promise.all([
      findManaged(deps.db, owner, filter, sort, window),
      countManaged(deps.db, owner, filter),
    ])
    const reported = owner === null ? rows.filter((row) => row.report_count > 0) : []
    const reports = await findReports(
      deps.db,
      reported.map((row) => row.id),
    )
    return { items: await managedViews(deps, context, rows, reports), page, page_size, total }
  }
