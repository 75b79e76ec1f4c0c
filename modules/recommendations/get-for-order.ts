import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Wanted } from './candidate.ts'
import type { RecommendationsDeps } from './deps.ts'
import { findCaller } from './find-caller.ts'
import { findForEverybody, findRanked, findSimilar, findTogether, SPARE } from './find-candidates.ts'
import { showBlocks } from './show-blocks.ts'
import { findModelId } from './store/models.ts'
import { findMemory } from './store/views.ts'

/**
 * One block for the mail about an order: what is bought together with what is in it, else what its buyer may like, else
 * what is like it. Customers who do not want to be remembered are told only of what goes with the order.
 */
export const getForOrder =
  (deps: RecommendationsDeps): Handler<Recommendations, 'getForOrder'> =>
  async ({ customer_id, product_ids, limit }, context) => {
    const modelId = await findModelId(deps.db)
    const known = customer_id !== null && (await findMemory(deps.db, customer_id)).remember
    const caller = await findCaller(deps, customer_id, modelId, context.now())
    const hidden = new Set([...product_ids, ...caller.bought.flatMap(({ items }) => items)])
    const [together, ranked, similar, everybody] = await Promise.all([
      findTogether(deps, modelId, product_ids, limit + SPARE),
      known ? findRanked(deps, modelId, caller.bought, 'new_items', context.now()) : [],
      findSimilar(deps, context, modelId, product_ids[0] ?? '', limit + SPARE),
      findForEverybody(deps, context, modelId, limit + SPARE),
    ])
    const forThem = ranked.filter(({ because }) => because !== null).slice(0, limit + SPARE)
    const wanted: Wanted[] = [
      { kind: 'bought_together', candidates: together },
      {
        kind: 'for_you',
        candidates: forThem.map((each) => ({ ...each, reason: 'because_you_bought' as const })),
      },
      { kind: 'similar', candidates: similar },
      { kind: 'popular', candidates: everybody },
    ]
    const [block = null] = await showBlocks(deps, context, wanted, { limit, hidden })
    return { block }
  }
