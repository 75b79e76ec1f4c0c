import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { RecommendationsDeps } from '../deps.ts'
import { findMemory } from '../store/views.ts'

/** Whether what the caller looks at is remembered. */
export const getViewMemory =
  (deps: RecommendationsDeps): Handler<Recommendations, 'getViewMemory'> =>
  async (_input, context) => {
    const { principal } = context
    if (principal.kind !== 'customer') throw context.fail('FORBIDDEN')
    return await findMemory(deps.db, principal.id)
  }
