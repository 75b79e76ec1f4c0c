import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { RecommendationsDeps } from '../deps.ts'
import { forgetCustomer } from '../store/views.ts'

/** Forgets what a customer looked at and who bought what they bought. Models hold products only. */
export const erasePersonalData =
  (deps: RecommendationsDeps): Handler<Recommendations, 'erasePersonalData'> =>
  async ({ account_id }) => {
    await deps.db.tx((tx) => forgetCustomer(tx, account_id))
    return null
  }
