import type { Basket, Neighbours } from './basket.ts'
import { strongest } from './strongest.ts'

/** Larger baskets are a shop's own stocking up: everything is in them with everything. */
const LARGEST_BASKET = 100
/** Baskets that two items must share, and what holds back pairs that share few. */
const FEWEST = 2
const HELD_BACK = 5

/** What was in the same basket as an item more often than chance would have it, for each item: cosine, held back. */
export function boughtTogether(baskets: Iterable<Basket>, itemCount: number, kept: number): Neighbours[] {
  const holding: Basket[][] = Array.from({ length: itemCount }, () => [])
  for (const basket of baskets) {
    if (basket.items.length > LARGEST_BASKET) continue
    for (const item of basket.items) holding[item]?.push(basket)
  }
  const row = new Float64Array(itemCount)
  return holding.map((own, item) => {
    row.fill(0)
    for (const { items } of own) for (const other of items) row[other] = (row[other] ?? 0) + 1
    row[item] = 0
    for (let other = 0; other < itemCount; other++) {
      const shared = row[other] ?? 0
      if (shared === 0) continue
      const by = Math.sqrt(own.length * (holding[other]?.length ?? 0)) + HELD_BACK
      row[other] = shared < FEWEST ? 0 : shared / by
    }
    return strongest(row, kept)
  })
}
