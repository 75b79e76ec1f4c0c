import type { Amounts } from '../promotion.ts'
import type { Position } from '../positions.ts'
import { spread } from '../spread.ts'
import type { Cut } from './cut.ts'

/** Takes the shipping off, all of it or up to an amount. Its parts begin at the position `first`. */
export function freeShippingCuts(
  atMost: Amounts | null,
  parts: readonly Position[],
  first: number,
  currency: string,
): Cut[] {
  const cap = atMost === null ? null : (atMost[currency] ?? 0)
  const prices = parts.map((part) => part.list_minor)
  const whole = prices.reduce((sum, price) => sum + price, 0)
  const shares = cap === null ? prices : spread(Math.min(cap, whole), prices)
  const explanation = { code: 'free_shipping', facts: { at_most_minor: cap } } as const
  return shares.map((share, index) => ({
    position: first + index,
    part: 1,
    of: 1,
    at_most: share,
    explanation,
  }))
}
