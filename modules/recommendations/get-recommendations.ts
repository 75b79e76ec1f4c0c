import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Candidate, Wanted } from './candidate.ts'
import type { RecommendationsDeps } from './deps.ts'
import { findForEverybody, findRanked, findSimilar, findTogether, SPARE } from './find-candidates.ts'
import { showBlocks } from './show-blocks.ts'
import { findBaskets } from './store/baskets.ts'

const BASKETS = 40
const DAY = 86_400_000

/** What the caller may want: to a cart what goes with it, else what their purchases or what they looked at make likely. */
export const getRecommendations =
  (deps: RecommendationsDeps): Handler<Recommendations, 'getRecommendations'> =>
  async ({ place, product_id, limit }, context) => {
    const given = [...new Set(product_id === undefined ? [] : [product_id].flat())]
    const wanted =
      place === 'cart' && given.length > 0
        ? await forCart(deps, context, given, limit)
        : await forHome(deps, context, given, context.now())
    const everybody = await findForEverybody(deps, context, limit + SPARE)
    const popular = everybody.filter((candidate) => !given.includes(candidate.product_id))
    const blocks = await showBlocks(
      deps,
      context,
      [...wanted, { kind: 'popular', candidates: popular }],
      limit,
    )
    // A cart is no place to look around: one block, and what everybody takes only where there is nothing better.
    return { blocks: place === 'cart' ? blocks.slice(0, 1) : blocks }
  }

async function forCart(
  deps: RecommendationsDeps,
  context: CallContext,
  given: readonly string[],
  limit: number,
): Promise<Wanted[]> {
  const together = await findTogether(deps, given, limit + SPARE)
  if (together.length > 0) return [{ kind: 'bought_together', candidates: together }]
  const similar = await findSimilar(deps, context, given[0] ?? '', limit + SPARE)
  return [{ kind: 'similar', candidates: similar.filter(({ product_id }) => !given.includes(product_id)) }]
}

async function forHome(
  deps: RecommendationsDeps,
  context: CallContext,
  looked: readonly string[],
  now: Date,
): Promise<Wanted[]> {
  const { principal } = context
  const baskets = principal.kind === 'customer' ? await findBaskets(deps.db, principal.id, BASKETS) : []
  const bought = baskets.map(({ product_ids, bought_at }) => ({
    at: Date.parse(bought_at) / DAY,
    items: product_ids,
  }))
  if (bought.length === 0) return looked.length === 0 ? [] : [await afterLooking(deps, looked, now)]
  const seen = looked.length === 0 ? [] : [{ at: now.getTime() / DAY, items: looked }]
  const [next, fresh] = await Promise.all([
    findRanked(deps, bought, 'next_basket', now),
    findRanked(deps, [...bought, ...seen], 'new_items', now),
  ])
  const reasonOf = (because: string | null): Candidate['reason'] => {
    if (because === null) return 'popular'
    return looked.includes(because) ? 'because_you_looked' : 'because_you_bought'
  }
  return [
    {
      kind: 'for_you',
      candidates: fresh.map((each) => ({ ...each, reason: reasonOf(each.because) })).slice(0, SPARE * 2),
    },
    {
      kind: 'buy_again',
      candidates: next
        .filter((each) => each.bought)
        .map(({ product_id }) => ({ product_id, reason: 'bought_before' as const, because: null }))
        .slice(0, SPARE * 2),
    },
  ]
}

async function afterLooking(
  deps: RecommendationsDeps,
  looked: readonly string[],
  now: Date,
): Promise<Wanted> {
  const ranked = await findRanked(deps, [{ at: now.getTime() / DAY, items: looked }], 'new_items', now)
  const candidates = ranked
    .filter(({ because }) => because !== null)
    .map((each) => ({ ...each, reason: 'because_you_looked' as const }))
  return { kind: 'for_you', candidates: candidates.slice(0, SPARE * 2) }
}
