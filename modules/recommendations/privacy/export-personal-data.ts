import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { RecommendationsDeps } from '../deps.ts'
import { findMemory, findViews } from '../store/views.ts'

const ALL = 1_000

/** What a customer looked at, and whether they want that remembered. What they bought is told by orders. */
export const exportPersonalData =
  (deps: RecommendationsDeps): Handler<Recommendations, 'exportPersonalData'> =>
  async ({ account_id }) => {
    const [views, { remember }] = await Promise.all([
      findViews(deps.db, account_id, ALL),
      findMemory(deps.db, account_id),
    ])
    return { sections: [{ name: 'product-views', data: { remember, views } }] }
  }
