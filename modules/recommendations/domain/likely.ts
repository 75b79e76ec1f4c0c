import type { History, Neighbours } from './basket.ts'
import { NO_NEIGHBOURS } from './basket.ts'
import { negatedInverse } from './invert.ts'
import { squareFor } from './row-products.ts'
import { strongest } from './strongest.ts'

/** Beyond this many items, those bought by the fewest do without: time grows with the cube. */
const MOST_ITEMS = 4_096

export type LikelyOptions = {
  /** How strongly weights are held back; the more, the fewer buyers are trusted. */
  readonly lambda: number
  /** Neighbours kept of each item. */
  readonly kept: number
}

/**
 * What a buyer of an item is likely to buy as well, for each item: EASE^R (Steck 2019, "Embarrassingly Shallow
 * Autoencoders for Sparse Data"), closed form: B = I − P·diag(1/P), P = (XᵀX + λI)⁻¹, X buyers × items, yes or no.
 * Items that fewer than two buyers know are left without.
 */
export function likelyNext(
  histories: Iterable<History>,
  itemCount: number,
  { lambda, kept }: LikelyOptions,
): Neighbours[] {
  const sets = Array.from(histories, (history) => [...new Set(history.flatMap((basket) => basket.items))])
  const chosen = mostBought(sets, itemCount)
  const likely = new Array<Neighbours>(itemCount).fill(NO_NEIGHBOURS)
  if (chosen.length === 0) return likely
  const inverse = negatedInverse(gramMatrix(sets, chosen, itemCount, lambda))
  const { size, cells } = inverse
  const row = new Float64Array(chosen.length)
  chosen.forEach((item, index) => {
    for (let other = 0; other < chosen.length; other++) {
      const own = cells[other * size + other] as number
      row[other] = other === index ? 0 : -(cells[index * size + other] as number) / own
    }
    const { items, weights } = strongest(row, kept)
    likely[item] = { items: items.map((place) => chosen[place] ?? 0), weights }
  })
  return likely
}

function mostBought(sets: readonly (readonly number[])[], itemCount: number): Int32Array {
  const buyers = new Uint32Array(itemCount)
  for (const items of sets) for (const item of items) buyers[item] = (buyers[item] ?? 0) + 1
  const known = Array.from(buyers.keys()).filter((item) => (buyers[item] ?? 0) > 1)
  known.sort((a, b) => (buyers[b] ?? 0) - (buyers[a] ?? 0) || a - b)
  return Int32Array.from(known.slice(0, MOST_ITEMS))
}

function gramMatrix(
  sets: readonly (readonly number[])[],
  chosen: Int32Array,
  itemCount: number,
  lambda: number,
) {
  const gram = squareFor(chosen.length)
  const { size, cells } = gram
  const places = new Int32Array(itemCount).fill(-1)
  chosen.forEach((item, place) => (places[item] = place))
  for (const items of sets) {
    const present = items.map((item) => places[item] ?? -1).filter((place) => place >= 0)
    for (const a of present)
      for (const b of present) cells[a * size + b] = (cells[a * size + b] as number) + 1
  }
  // Rows beyond the items have a diagonal of their own and touch nothing.
  for (let place = 0; place < size; place++)
    cells[place * size + place] = (cells[place * size + place] as number) + lambda
  return gram
}
