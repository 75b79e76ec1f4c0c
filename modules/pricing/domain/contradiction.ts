import type { Amounts, Tier } from './promotion.ts'

type Said = {
  readonly starts_at: string | null
  readonly ends_at: string | null
  readonly action: { readonly kind: string; readonly tiers?: readonly Tier[] }
}

type Problem = { readonly path: string; readonly message: string }

/** What cannot be in a rule, with its place; null when nothing is wrong. */
export function contradictionOf({ starts_at, ends_at, action }: Said): Problem | null {
  if (starts_at !== null && ends_at !== null && Date.parse(ends_at) <= Date.parse(starts_at))
    return { path: 'ends_at', message: 'It must end after it begins.' }
  return tierProblem(action.tiers ?? [])
}

function tierProblem(tiers: readonly Tier[]): Problem | null {
  for (const [index, { from }] of tiers.entries()) {
    const before = tiers[index - 1]?.from
    if (before === undefined) continue
    const path = `action.tiers.${String(index)}.from`
    if ('pieces' in before !== 'pieces' in from)
      return { path, message: 'Tiers go by pieces or by value, not by both.' }
    if (!rises(before, from)) return { path, message: 'Each tier must begin above the one before it.' }
  }
  return null
}

function rises(before: Tier['from'], from: Tier['from']): boolean {
  if ('pieces' in before) return 'pieces' in from && from.pieces > before.pieces
  return 'value' in from && sameCurrencies(before.value, from.value) && isAbove(before.value, from.value)
}

function sameCurrencies(left: Amounts, right: Amounts): boolean {
  return Object.keys(left).sort().join() === Object.keys(right).sort().join()
}

function isAbove(before: Amounts, after: Amounts): boolean {
  return Object.entries(after).every(([currency, amount]) => amount > (before[currency] ?? 0))
}
