import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Candidate } from './candidate.ts'
import type { RecommendationsDeps } from './deps.ts'
import type { History } from './domain/basket.ts'
import { type Question, rankItems } from './domain/rank.ts'
import { findNeighbours, findPopular, type NeighbourRow } from './store/models.ts'
import { findRecent } from './store/recent.ts'

/** Candidates beyond what is shown: some are sold out, or no longer sold. */
export const SPARE = 24

const RECENT = 300
const DAY = 86_400_000

/** What was in the same baskets as these products, and not among them; what belongs to several of them comes first. */
export async function findTogether(
  deps: RecommendationsDeps,
  modelId: string | null,
  productIds: readonly string[],
  most: number,
): Promise<Candidate[]> {
  const rows = await findNeighbours(deps.db, modelId, productIds)
  const best = new Map<string, { weight: number; because: string; most: number }>()
  for (const row of rows) {
    row.together_ids.forEach((other, place) => {
      const weight = row.together_weights[place] ?? 0
      const known = best.get(other)
      const leads = weight > (known?.most ?? 0)
      best.set(other, {
        weight: weight + (known?.weight ?? 0),
        because: leads ? row.product_id : (known?.because ?? row.product_id),
        most: Math.max(weight, known?.most ?? 0),
      })
    })
  }
  return [...best]
    .filter(([id]) => !productIds.includes(id))
    .sort(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([product_id, { because }]) => ({ product_id, reason: 'bought_together', because }))
}

/** What the catalogue has like a product, by category and brand, what its buyers took before the rest. */
export async function findSimilar(
  deps: RecommendationsDeps,
  context: CallContext,
  modelId: string | null,
  productId: string,
  most: number,
): Promise<Candidate[]> {
  const [{ product_ids }, [row]] = await Promise.all([
    deps.clients.catalog.findRelated(context, { product_id: productId, limit: most, alike: true }),
    findNeighbours(deps.db, modelId, [productId]),
  ])
  const weights = new Map(row?.likely_ids.map((id, place) => [id, row.likely_weights[place] ?? 0]))
  const weight = (id: string) => Math.max(0, weights.get(id) ?? 0)
  return product_ids
    .toSorted((a, b) => weight(b) - weight(a))
    .map((product_id) => ({ product_id, reason: 'similar', because: productId }))
}

/** What a history makes likely, by `domain/rank.ts`. */
export async function findRanked(
  deps: RecommendationsDeps,
  modelId: string | null,
  history: History<string>,
  question: Question,
  now: Date,
): Promise<{ product_id: string; bought: boolean; because: string | null }[]> {
  const own = [...new Set(history.flatMap(({ items }) => items))]
  const [rows, recent] = await Promise.all([
    findNeighbours(deps.db, modelId, own),
    findRecent(deps.db, RECENT),
  ])
  const known = new Map(rows.map((row) => [row.product_id, row]))
  const ranked = rankItems(
    {
      history,
      now: now.getTime() / DAY,
      recent: new Map(recent.map((row) => [row.product_id, row])),
      likely: (item, each) => tell(known.get(item), each),
    },
    question,
    RECENT,
  )
  return ranked.map(({ item, bought, because }) => ({ product_id: item, bought, because }))
}

function tell(row: NeighbourRow | undefined, each: (other: string, weight: number) => void): void {
  row?.likely_ids.forEach((other, place) => each(other, row.likely_weights[place] ?? 0))
}

/** What sells best lately, then what sold best ever, then what is new: never empty where anything is sold. */
export async function findForEverybody(
  deps: RecommendationsDeps,
  context: CallContext,
  modelId: string | null,
  most: number,
): Promise<Candidate[]> {
  const [recent, ever, { product_ids }] = await Promise.all([
    findRecent(deps.db, most),
    findPopular(deps.db, modelId, most),
    deps.clients.catalog.findRelated(context, { limit: most }),
  ])
  const popular = [...new Set([...recent.map(({ product_id }) => product_id), ...ever])]
  const fresh = product_ids.filter((id) => !popular.includes(id))
  return [
    ...popular.map((product_id): Candidate => ({ product_id, reason: 'popular', because: null })),
    ...fresh.map((product_id): Candidate => ({ product_id, reason: 'new', because: null })),
  ]
}
