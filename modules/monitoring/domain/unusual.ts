import type { PerDay } from './facts.ts'

/** From how many times the usual a day is out of the ordinary, and from which number it matters at all. */
const much = { times: 3, floors: 1 } as const
const veryMuch = { times: 10, floors: 5 } as const

/**
 * Holds the last 24 hours against the days before. Fewer than `floor` are never out of the ordinary: in a small shop
 * two instead of one are no attack.
 */
export function compareWithUsual(
  perDay: PerDay,
  floor: number,
): { readonly state: 'good' | 'attention' | 'bad'; readonly today: number; readonly usual: number } {
  const [today = 0, ...before] = perDay
  const usual = before.length === 0 ? 0 : before.reduce((sum, count) => sum + count, 0) / before.length
  const exceeds = ({ times, floors }: { times: number; floors: number }): boolean =>
    today >= floor * floors && today > usual * times
  const state = exceeds(veryMuch) ? 'bad' : exceeds(much) ? 'attention' : 'good'
  return { state, today, usual: Math.round(usual * 10) / 10 }
}
