import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { RecommendationsDeps } from './deps.ts'
import { findForEverybody, findSimilar, findTogether, SPARE } from './find-candidates.ts'
import { showBlocks } from './show-blocks.ts'

/** What belongs to a product. Where nothing is known of it, what everybody takes. */
export const getProductRecommendations =
  (deps: RecommendationsDeps): Handler<Recommendations, 'getProductRecommendations'> =>
  async ({ product_id, limit }, context) => {
    const { items } = await deps.clients.catalog.getCards(context, { product_ids: [product_id] })
    if (items.length === 0) throw context.fail('NOT_FOUND')
    const [together, similar] = await Promise.all([
      findTogether(deps, [product_id], SPARE),
      findSimilar(deps, context, product_id, limit + SPARE),
    ])
    const blocks = await showBlocks(
      deps,
      context,
      [
        { kind: 'bought_together', candidates: together },
        { kind: 'similar', candidates: similar },
      ],
      limit,
    )
    if (blocks.length > 0) return { blocks }
    const others = await findForEverybody(deps, context, limit + SPARE)
    const candidates = others.filter((candidate) => candidate.product_id !== product_id)
    return { blocks: await showBlocks(deps, context, [{ kind: 'popular', candidates }], limit) }
  }
