import type { History } from './basket.ts'

/** What an item's baskets were of all lines sold, in per cent, in the last 7 and the last 21 days. */
export type RecentShare = { readonly week: number; readonly three_weeks: number }

/** What there is to rank with. Items are numbers in training, ids in the shop. */
export type Evidence<Item> = {
  readonly history: History<Item>
  /** Days since the epoch. */
  readonly now: number
  readonly recent: ReadonlyMap<Item, RecentShare>
  /** Calls `each` for what a buyer of the item is likely to buy as well. */
  readonly likely: (item: Item, each: (other: Item, weight: number) => void) => void
}

/** What speaks for an item, each by its own measure. */
export type Signals = {
  /** Share of the buyer's baskets it was in, and the same with the latest counting most. */
  share: number
  lateShare: number
  latestShare: number
  /** How often it was bought, with a half-life of 90 days. */
  fading: number
  /** What the buyer's other items say for it, all alike and with the latest counting most. */
  likely: number
  lateLikely: number
  week: number
  threeWeeks: number
}

/** The item of the buyer's that says most for another. */
type Reason<Item> = { item: Item; weight: number }

const LATE = 0.9
const LATEST = 0.8
const HALF_LIFE_DAYS = 90

export type Weighed<Item> = {
  readonly signals: Map<Item, Signals>
  readonly reasons: Map<Item, Reason<Item>>
  readonly bought: ReadonlySet<Item>
}

/** Collects what speaks for each item that anything speaks for. */
export function weigh<Item>({ history, now, recent, likely }: Evidence<Item>): Weighed<Item> {
  const signals = new Map<Item, Signals>()
  const reasons = new Map<Item, Reason<Item>>()
  const of = (item: Item): Signals => {
    const known = signals.get(item)
    if (known !== undefined) return known
    const fresh = { ...NOTHING }
    signals.set(item, fresh)
    return fresh
  }
  const latest = weighHistory(history, now, of)
  for (const [own, late] of latest) {
    likely(own, (other, weight) => {
      const signal = of(other)
      signal.likely += weight
      signal.lateLikely += weight * late
      if (weight * late > (reasons.get(other)?.weight ?? 0))
        reasons.set(other, { item: own, weight: weight * late })
    })
  }
  for (const [item, { week, three_weeks }] of recent) {
    const signal = of(item)
    signal.week = week
    signal.threeWeeks = three_weeks
  }
  return { signals, reasons, bought: new Set(latest.keys()) }
}

const NOTHING: Signals = {
  share: 0,
  lateShare: 0,
  latestShare: 0,
  fading: 0,
  likely: 0,
  lateLikely: 0,
  week: 0,
  threeWeeks: 0,
}

// Answers each item with the weight of the last basket it was in.
function weighHistory<Item>(
  history: History<Item>,
  now: number,
  of: (item: Item) => Signals,
): Map<Item, number> {
  const latest = new Map<Item, number>()
  const sum = (decay: number) => history.reduce((total, _, age) => total + decay ** age, 0)
  const all = { even: history.length, late: sum(LATE), latest: sum(LATEST) }
  history.forEach(({ at, items }, index) => {
    const age = history.length - 1 - index
    const fading = 0.5 ** ((now - at) / HALF_LIFE_DAYS)
    for (const item of items) {
      const signal = of(item)
      signal.share += 1 / all.even
      signal.lateShare += LATE ** age / all.late
      signal.latestShare += LATEST ** age / all.latest
      signal.fading += fading
      latest.set(item, LATEST ** age)
    }
  })
  return latest
}
