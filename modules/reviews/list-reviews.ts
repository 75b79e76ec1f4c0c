import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { ReviewsDeps } from './deps.ts'
import { shownPhotos } from './photos/shown-photos.ts'
import { viewerOf } from './reach.ts'
import { reviewView } from './review-view.ts'
import { countPublished, findPublished } from './store/find-reviews.ts'

/** One page of published reviews. */
export const listReviews =
  (deps: ReviewsDeps): Handler<Reviews, 'listReviews'> =>
  async ({ page, page_size, sort, ...filter }, context) => {
    const viewer = viewerOf(context.principal)
    const window = { limit: page_size, offset: (page - 1) * page_size }
    const [rows, total] = await Promise.all([
      findPublished(deps.db, filter, sort, viewer, window),
      countPublished(deps.db, filter),
    ])
    const photos = await shownPhotos(deps, context, rows)
    return { items: rows.map((row) => reviewView(row, viewer, row.voted, photos)), page, page_size, total }
  }
