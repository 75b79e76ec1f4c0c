import type { Basket } from './basket.ts'
import type { RecentShare } from './signals.ts'

const WEEK_DAYS = 7
const THREE_WEEKS_DAYS = 21

/** The shares of all lines sold that each item had before `now`, in per cent, of baskets in any order. */
export function recentShares<Item>(baskets: Iterable<Basket<Item>>, now: number): Map<Item, RecentShare> {
  const week = new Map<Item, number>()
  const threeWeeks = new Map<Item, number>()
  let weekLines = 0
  let lines = 0
  for (const { at, items } of baskets) {
    if (at >= now || at < now - THREE_WEEKS_DAYS) continue
    lines += items.length
    if (at >= now - WEEK_DAYS) weekLines += items.length
    for (const item of items) {
      threeWeeks.set(item, (threeWeeks.get(item) ?? 0) + 1)
      if (at >= now - WEEK_DAYS) week.set(item, (week.get(item) ?? 0) + 1)
    }
  }
  const shares = new Map<Item, RecentShare>()
  for (const [item, count] of threeWeeks)
    shares.set(item, {
      week: weekLines === 0 ? 0 : ((week.get(item) ?? 0) / weekLines) * 100,
      three_weeks: (count / lines) * 100,
    })
  return shares
}
