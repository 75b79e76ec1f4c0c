import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { RecommendationsDeps } from '../deps.ts'
import { chooseMemory, findMemory } from '../store/views.ts'

/** Keeps the caller's choice. With no, what was remembered is gone when this answers. */
export const setViewMemory =
  (deps: RecommendationsDeps): Handler<Recommendations, 'setViewMemory'> =>
  async ({ remember }, context) => {
    const { principal } = context
    if (principal.kind !== 'customer') throw context.fail('FORBIDDEN')
    return await deps.db.tx(async (tx) => {
      await chooseMemory(tx, principal.id, remember, context.now())
      await deps.audit.record(tx, context, {
        action: 'recommendations.view-memory-chosen',
        subject_type: 'account',
        subject_id: principal.id,
        after: { remember },
      })
      return await findMemory(tx, principal.id)
    })
  }
