import type { Tier } from '../promotion.ts'
import type { Cut } from './cut.ts'
import { gainCuts, type Member } from './gain.ts'

/** What the highest tier that is reached takes off; nothing below the first. Tiers stand in rising order. */
export function tieredCuts(tiers: readonly Tier[], members: readonly Member[], currency: string): Cut[] {
  const pieces = members.reduce((sum, { article }) => sum + article.quantity, 0)
  const value = members.reduce((sum, { article }) => sum + article.list_minor, 0)
  const reached = tiers.findLast(({ from }) =>
    'pieces' in from ? pieces >= from.pieces : value >= (from.value[currency] ?? Infinity),
  )
  if (reached === undefined) return []
  const { from, gain } = reached
  const facts = {
    from_pieces: 'pieces' in from ? from.pieces : null,
    from_value_minor: 'pieces' in from ? null : (from.value[currency] ?? null),
  }
  return gainCuts(gain, members, currency).map((cut) => ({
    ...cut,
    explanation: { code: 'tier_reached', facts: { ...facts, gain: cut.explanation } },
  }))
}
