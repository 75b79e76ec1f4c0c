import type { History, Neighbours } from './basket.ts'
import { NO_NEIGHBOURS } from './basket.ts'
import { negatedInverse } from './invert.ts'
import { squareFor } from './row-products.ts'
import { strongest } from './strongest.ts'

/** Beyond this many items, those bought by the fewest do without: time grows with the cube. */
const MOST_ITEMS = 4_096

/**
 * What a look counts for beside a purchase. The data that the rest is measured on has no looks: this is a guess, small
 * enough that one purchase says more than ten looks.
 */
const LOOK = 0.3

export type LikelyOptions = {
  /** How strongly weights are held back; the more, the fewer buyers are trusted. */
  readonly lambda: number
  /** Neighbours kept of each item. */
  readonly kept: number
}

/** What somebody wants, each item once: 1 bought, `LOOK` only looked at. */
type Taste = { readonly items: readonly number[]; readonly weights: readonly number[] }

/**
 * What a buyer of an item is likely to buy as well, for each item: EASE^R (Steck 2019, "Embarrassingly Shallow
 * Autoencoders for Sparse Data"), closed form: B = I − P·diag(1/P), P = (XᵀX + λI)⁻¹, X buyers × items. `looked` is what
 * the buyer of the same place looked at. Items that fewer than two know are left without.
 */
export function likelyNext(
  histories: Iterable<History>,
  itemCount: number,
  { lambda, kept }: LikelyOptions,
  looked: readonly (readonly number[])[] = [],
): Neighbours[] {
  const tastes = Array.from(histories, (history, buyer) => tasteOf(history, looked[buyer] ?? []))
  const chosen = mostWanted(tastes, itemCount)
  const likely = new Array<Neighbours>(itemCount).fill(NO_NEIGHBOURS)
  if (chosen.length === 0) return likely
  const inverse = negatedInverse(gramMatrix(tastes, chosen, itemCount, lambda))
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

function tasteOf(history: History, looked: readonly number[]): Taste {
  const bought = new Set(history.flatMap((basket) => basket.items))
  const items = [...new Set([...bought, ...looked])]
  return { items, weights: items.map((item) => (bought.has(item) ? 1 : LOOK)) }
}

function mostWanted(tastes: readonly Taste[], itemCount: number): Int32Array {
  const people = new Uint32Array(itemCount)
  const wanted = new Float64Array(itemCount)
  for (const { items, weights } of tastes) {
    items.forEach((item, place) => {
      people[item] = (people[item] ?? 0) + 1
      wanted[item] = (wanted[item] ?? 0) + (weights[place] ?? 0)
    })
  }
  const known = Array.from(people.keys()).filter((item) => (people[item] ?? 0) > 1)
  known.sort((a, b) => (wanted[b] ?? 0) - (wanted[a] ?? 0) || a - b)
  return Int32Array.from(known.slice(0, MOST_ITEMS))
}

function gramMatrix(tastes: readonly Taste[], chosen: Int32Array, itemCount: number, lambda: number) {
  const gram = squareFor(chosen.length)
  const { size, cells } = gram
  const places = new Int32Array(itemCount).fill(-1)
  chosen.forEach((item, place) => (places[item] = place))
  for (const { items, weights } of tastes) {
    const present = items.flatMap((item, index) => {
      const place = places[item] ?? -1
      return place < 0 ? [] : [{ place, weight: weights[index] ?? 0 }]
    })
    for (const a of present) {
      for (const b of present) {
        const cell = a.place * size + b.place
        cells[cell] = (cells[cell] as number) + a.weight * b.weight
      }
    }
  }
  // Rows beyond the items have a diagonal of their own and touch nothing.
  for (let place = 0; place < size; place++)
    cells[place * size + place] = (cells[place * size + place] as number) + lambda
  return gram
}
