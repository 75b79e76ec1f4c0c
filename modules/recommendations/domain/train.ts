import type { History, Neighbours } from './basket.ts'
import { likelyNext } from './likely.ts'
import { boughtTogether } from './together.ts'

/** What is learnt of all items, by their numbers. */
export type Model = {
  readonly likely: readonly Neighbours[]
  readonly together: readonly Neighbours[]
}

const LAMBDA = 300
const LIKELY_KEPT = 300
const TOGETHER_KEPT = 20
/** With few buyers λ must be small, or nothing is believed at all. */
const BUYERS_FOR_LAMBDA = 3_000

/**
 * Learns from all histories what goes with what, and from what the same people looked at. A minute of one processor for
 * four thousand items.
 */
export function trainModel(
  histories: readonly History[],
  itemCount: number,
  looked: readonly (readonly number[])[] = [],
): Model {
  const buyers = histories.filter((history) => history.length > 0).length
  const lambda = Math.max(5, LAMBDA * Math.min(1, buyers / BUYERS_FOR_LAMBDA))
  return {
    likely: likelyNext(histories, itemCount, { lambda, kept: LIKELY_KEPT }, looked),
    together: boughtTogether(histories.flat(), itemCount, TOGETHER_KEPT),
  }
}
