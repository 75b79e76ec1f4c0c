import type { History } from './basket.ts'

/** What was bought so lately is not offered again, whatever it is. */
const JUST_BOUGHT_DAYS = 7

/** From this share of its buyers on who come back for it, a product is one that is used up. */
export const USED_UP = 0.1

/**
 * What of somebody's own purchases is not to be recommended to them: what they have just bought, and things to keep, which
 * they bought once and hardly anybody buys twice. Days since the epoch.
 */
export function boughtEnough<Item>(
  history: History<Item>,
  now: number,
  usedUp: (item: Item) => boolean,
): Set<Item> {
  const times = new Map<Item, { count: number; last: number }>()
  for (const { at, items } of history) {
    for (const item of items) {
      const known = times.get(item)
      times.set(item, { count: (known?.count ?? 0) + 1, last: Math.max(at, known?.last ?? at) })
    }
  }
  const enough = new Set<Item>()
  for (const [item, { count, last }] of times) {
    if (now - last < JUST_BOUGHT_DAYS || (count < 2 && !usedUp(item))) enough.add(item)
  }
  return enough
}

/** For each item the share of its buyers who bought it more than once. */
export function sharesOfReturning(histories: Iterable<History>, itemCount: number): Float32Array {
  const buyers = new Uint32Array(itemCount)
  const returning = new Uint32Array(itemCount)
  for (const history of histories) {
    const times = new Map<number, number>()
    for (const { items } of history) for (const item of items) times.set(item, (times.get(item) ?? 0) + 1)
    for (const [item, count] of times) {
      buyers[item] = (buyers[item] ?? 0) + 1
      if (count > 1) returning[item] = (returning[item] ?? 0) + 1
    }
  }
  return Float32Array.from(buyers, (count, item) => (count === 0 ? 0 : (returning[item] ?? 0) / count))
}
