import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { RecommendationsDeps } from './deps.ts'
import { findCaller } from './find-caller.ts'
import { findForEverybody, findSimilar, findTogether, SPARE } from './find-candidates.ts'
import { showBlocks } from './show-blocks.ts'
import { findModelId } from './store/models.ts'

/** What belongs to a product. Where nothing is known of it, what everybody takes. */
export const getProductRecommendations =
  (deps: RecommendationsDeps): Handler<Recommendations, 'getProductRecommendations'> =>
  async ({ product_id, exclude, limit }, context) => {
    const { items } = await deps.clients.catalog.getCards(context, { product_ids: [product_id] })
    if (items.length === 0) throw context.fail('NOT_FOUND')
    const { principal } = context
    const modelId = await findModelId(deps.db)
    const customerId = principal.kind === 'customer' ? principal.id : null
    const [caller, together, similar] = await Promise.all([
      findCaller(deps, customerId, modelId, context.now()),
      findTogether(deps, modelId, [product_id], SPARE),
      findSimilar(deps, context, modelId, product_id, limit + SPARE),
    ])
    const how = { limit, hidden: new Set([...[exclude ?? []].flat(), ...caller.enough, product_id]) }
    const blocks = await showBlocks(
      deps,
      context,
      [
        { kind: 'bought_together', candidates: together },
        { kind: 'similar', candidates: similar },
      ],
      how,
    )
    if (blocks.length > 0) return { blocks }
    const candidates = await findForEverybody(deps, context, modelId, limit + SPARE)
    return { blocks: await showBlocks(deps, context, [{ kind: 'popular', candidates }], how) }
  }
