import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { RecommendationsDeps } from './deps.ts'
import { boughtEnough, USED_UP } from './domain/again.ts'
import type { History } from './domain/basket.ts'
import { findBaskets } from './store/baskets.ts'
import { findWantedAgain } from './store/models.ts'
import { findMemory, findViews } from './store/views.ts'

const BASKETS = 40
const VIEWS = 20
const DAY = 86_400_000

/** What the shop knows of whoever asks: of guests and staff nothing. */
export type Caller = {
  readonly bought: History<string>
  /** What they bought and need no more of for now. */
  readonly enough: ReadonlySet<string>
}

/** What a customer bought, and what of it is not to be shown to them. Days since the epoch. */
export async function findCaller(
  deps: RecommendationsDeps,
  customerId: string | null,
  modelId: string | null,
  now: Date,
): Promise<Caller> {
  const baskets = customerId === null ? [] : await findBaskets(deps.db, customerId, BASKETS)
  if (baskets.length === 0) return { bought: [], enough: new Set() }
  const bought = baskets.map(({ product_ids, bought_at }) => ({
    at: Date.parse(bought_at) / DAY,
    items: product_ids,
  }))
  const own = [...new Set(bought.flatMap(({ items }) => items))]
  const usedUp = await findWantedAgain(deps.db, modelId, own, USED_UP)
  return { bought, enough: boughtEnough(bought, now.getTime() / DAY, (item) => usedUp.has(item)) }
}

/**
 * What whoever asks looked at, the last first: what their browser says, and of customers what the shop remembers. Customers
 * who do not want that are taken at their word: then nothing they looked at counts.
 */
export async function findLooks(
  deps: RecommendationsDeps,
  { principal }: CallContext,
  given: readonly string[],
): Promise<string[]> {
  if (principal.kind !== 'customer') return [...given]
  const [{ remember }, views] = await Promise.all([
    findMemory(deps.db, principal.id),
    findViews(deps.db, principal.id, VIEWS),
  ])
  return remember ? [...new Set([...given, ...views.map(({ product_id }) => product_id)])] : []
}
