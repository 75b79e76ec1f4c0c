import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Candidate, Wanted } from './candidate.ts'
import type { RecommendationsDeps } from './deps.ts'
import { type Caller, findCaller, findLooks } from './find-caller.ts'
import { findForEverybody, findRanked, findSimilar, findTogether, SPARE } from './find-candidates.ts'
import { showBlocks } from './show-blocks.ts'
import { findModelId } from './store/models.ts'

const DAY = 86_400_000

/** What the caller may want: to a cart what goes with it, else what their purchases or what they looked at make likely. */
export const getRecommendations =
  (deps: RecommendationsDeps): Handler<Recommendations, 'getRecommendations'> =>
  async ({ place, product_id, exclude, limit }, context) => {
    const given = [...new Set([product_id ?? []].flat())]
    const { principal } = context
    const modelId = await findModelId(deps.db)
    const customerId = principal.kind === 'customer' ? principal.id : null
    const caller = await findCaller(deps, customerId, modelId, context.now())
    const hidden = new Set([...[exclude ?? []].flat(), ...caller.enough])
    const wanted =
      place === 'cart' && given.length > 0
        ? await forCart(deps, context, modelId, given, limit)
        : await forHome(deps, context, modelId, {
            ...caller,
            looked: await findLooks(deps, context, given),
            now: context.now(),
          })
    const everybody = await findForEverybody(deps, context, modelId, limit + SPARE)
    const popular = everybody.filter((candidate) => !given.includes(candidate.product_id))
    const blocks = await showBlocks(deps, context, [...wanted, { kind: 'popular', candidates: popular }], {
      limit,
      hidden,
    })
    // A cart is no place to look around: one block, and what everybody takes only where there is nothing better.
    return { blocks: place === 'cart' ? blocks.slice(0, 1) : blocks }
  }

async function forCart(
  deps: RecommendationsDeps,
  context: CallContext,
  modelId: string | null,
  given: readonly string[],
  limit: number,
): Promise<Wanted[]> {
  const together = await findTogether(deps, modelId, given, limit + SPARE)
  const similar = await findSimilar(deps, context, modelId, given[0] ?? '', limit + SPARE)
  return [
    { kind: 'bought_together', candidates: together },
    { kind: 'similar', candidates: similar.filter(({ product_id }) => !given.includes(product_id)) },
  ]
}

async function forHome(
  deps: RecommendationsDeps,
  context: CallContext,
  modelId: string | null,
  { bought, looked, now }: Caller & { readonly looked: readonly string[]; readonly now: Date },
): Promise<Wanted[]> {
  if (bought.length === 0 && looked.length === 0) return []
  const seen = looked.length === 0 ? [] : [{ at: now.getTime() / DAY, items: looked }]
  const [next, fresh] = await Promise.all([
    bought.length === 0 ? [] : findRanked(deps, modelId, bought, 'next_basket', now),
    findRanked(deps, modelId, [...bought, ...seen], 'new_items', now),
  ])
  const owned = new Set(bought.flatMap(({ items }) => items))
  const reasonOf = (because: string): Candidate['reason'] =>
    owned.has(because) ? 'because_you_bought' : 'because_you_looked'
  const ranked = fresh.flatMap(({ product_id, because }): Candidate[] =>
    because === null ? [] : [{ product_id, because, reason: reasonOf(because) }],
  )
  // While nothing is learnt of what is theirs: what is like it.
  const last = bought.at(-1)?.items[0] ?? looked[0]
  const alike =
    ranked.length > 0 || last === undefined ? [] : await findSimilar(deps, context, modelId, last, SPARE)
  return [
    {
      kind: 'for_you',
      candidates: [
        ...ranked.slice(0, SPARE * 2),
        ...alike.map(({ product_id }) => ({
          product_id,
          because: last ?? null,
          reason: reasonOf(last ?? ''),
        })),
      ],
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
