import type { Explanation } from '../explanation.ts'
import { roundShare } from '../rounding.ts'

/**
 * What a promotion may take off one position: a share of what is left of it, and no more than an amount.
 *
 * It is made from prices before any discount and does not know the other promotions. So what is left after it grows with what was
 * left before it, whatever it is: another promotion before it or after it never raises what is left in the end.
 */
export type Cut = {
  readonly position: number
  readonly part: number
  readonly of: number
  readonly at_most: number | null
  readonly explanation: Explanation
}

/** What the cut takes off what is left: never more than that. */
export function takeOf(cut: Cut, left: number): number {
  const share = roundShare(left, cut.part, cut.of)
  return Math.min(left, share, cut.at_most ?? share)
}
