import type { Article } from '../articles.ts'
import type { GainExplanation } from '../explanation.ts'
import type { Gain } from '../promotion.ts'
import { roundShare } from '../rounding.ts'
import { spread } from '../spread.ts'
import type { Cut } from './cut.ts'

/** An article with its position. */
export type Member = { readonly article: Article; readonly position: number }

export type GainCut = Cut & { readonly explanation: GainExplanation }

/** A percentage, or an amount, off the members. */
export function gainCuts(gain: Gain, members: readonly Member[], currency: string): GainCut[] {
  if (gain.kind === 'percentage') return percentageCuts(gain, members, currency)
  const amount = gain.amount[currency] ?? 0
  if (gain.per === 'order') {
    const explanation = { code: 'amount_off_order', facts: { amount_minor: amount } } as const
    return spreadOver(amount, members, listOf).map((share) => ({ ...share, part: 1, of: 1, explanation }))
  }
  return members.map(({ article: { quantity }, position }) => ({
    ...{ position, part: 1, of: 1, at_most: amount * quantity },
    explanation: { code: 'amount_off_each', facts: { amount_minor: amount, pieces: quantity } },
  }))
}

function percentageCuts(
  { percent_bp, at_most }: Extract<Gain, { kind: 'percentage' }>,
  members: readonly Member[],
  currency: string,
): GainCut[] {
  const cap = at_most === null ? null : (at_most[currency] ?? 0)
  const explanation = { code: 'percentage_off', facts: { percent_bp, at_most_minor: cap } } as const
  const share = { part: percent_bp, of: 10_000, explanation }
  const gross = (member: Member) => roundShare(listOf(member), percent_bp, 10_000)
  const whole = members.reduce((sum, member) => sum + gross(member), 0)
  if (cap === null || whole <= cap) {
    return members.map(({ position }) => ({ ...share, position, at_most: null }))
  }
  return spreadOver(cap, members, gross).map((limit) => ({ ...share, ...limit }))
}

// In the proportion of prices before any discount, which no other promotion changes.
function spreadOver(amount: number, members: readonly Member[], weightOf: (member: Member) => number) {
  const shares = spread(amount, members.map(weightOf))
  return members.map(({ position }, index) => ({ position, at_most: shares[index] ?? 0 }))
}

function listOf({ article }: Member): number {
  return article.list_minor
}
