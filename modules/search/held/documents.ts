import type { StoredFacts } from '../store/held.ts'
import { type ValueTable, valueTable } from './value-table.ts'

/** What filters, facets and the order read of each document, by its place: numbers of documents have gaps. */
export type HeldDocuments = {
  readonly values: ValueTable
  readonly numbers: readonly number[]
  readonly productIds: readonly string[]
  /** 1: it is in the index; 0: it was taken out. */
  readonly alive: readonly number[]
  /** Numbers of `brandNames`; −1: none. */
  readonly brands: readonly number[]
  readonly brandNames: readonly string[]
  readonly prices: readonly number[]
  /** NaN: nobody has rated it. */
  readonly ratings: readonly number[]
  readonly inStock: readonly boolean[]
  readonly categories: readonly ReadonlySet<string>[]
  readonly nouns: readonly (readonly string[])[]
  /** The values of the document at a place: from `valuesFrom[place]` up to `valuesFrom[place + 1]`. */
  readonly valuesFrom: readonly number[]
  readonly valueNumbers: () => Int32Array
  /** Beside each value twice the number of its key, and 1 more where it is a number: read in a row, not here and there. */
  readonly valueKinds: () => Int32Array
  readonly placeOf: (number: number) => number | undefined
  readonly living: () => number
  readonly add: (facts: StoredFacts) => void
  readonly remove: (number: number) => void
}

export function heldDocuments(): HeldDocuments {
  const values = valueTable()
  const numbers: number[] = []
  const productIds: string[] = []
  const alive: number[] = []
  const brands: number[] = []
  const brandNames: string[] = []
  const prices: number[] = []
  const ratings: number[] = []
  const inStock: boolean[] = []
  const categories: ReadonlySet<string>[] = []
  const nouns: string[][] = []
  const valuesFrom: number[] = [0]
  let valueNumbers = new Int32Array(1_024)
  let valueKinds = new Int32Array(1_024)
  let living = 0
  const places = new Map<number, number>()
  const brandNumbers = new Map<string, number>()
  const paths = new Map<string, ReadonlySet<string>>()
  const words = new Map<string, string>()

  function brandNumber(brand: string | null): number {
    if (brand === null) return -1
    const known = brandNumbers.get(brand) ?? brandNames.push(brand) - 1
    brandNumbers.set(brand, known)
    return known
  }

  // Products of one category share the list of what lies above it.
  function pathOf(names: readonly string[]): ReadonlySet<string> {
    const key = names.join(' ')
    const path = paths.get(key) ?? new Set(names)
    paths.set(key, path)
    return path
  }

  function shared(word: string): string {
    const known = words.get(word) ?? word
    words.set(known, known)
    return known
  }

  function addValues(attributes: StoredFacts['attributes']): void {
    let end = valuesFrom.at(-1) ?? 0
    for (const [key, text, number] of attributes ?? []) {
      if (end === valueNumbers.length) {
        valueNumbers = twiceAsLong(valueNumbers)
        valueKinds = twiceAsLong(valueKinds)
      }
      const value = values.put(key, text, number)
      valueKinds[end] = 2 * (values.keyOf[value] ?? 0) + (number === null ? 0 : 1)
      valueNumbers[end++] = value
    }
    valuesFrom.push(end)
  }

  return {
    ...{
      values,
      numbers,
      productIds,
      alive,
      brands,
      brandNames,
      prices,
      ratings,
      inStock,
      categories,
      nouns,
    },
    valuesFrom,
    valueNumbers: () => valueNumbers,
    valueKinds: () => valueKinds,
    placeOf: (number) => places.get(number),
    living: () => living,
    add: (facts) => {
      if (places.has(facts.doc_no)) return
      places.set(facts.doc_no, numbers.push(facts.doc_no) - 1)
      productIds.push(facts.product_id)
      alive.push(1)
      living += 1
      brands.push(brandNumber(facts.brand))
      prices.push(facts.price_minor)
      ratings.push(facts.rating_average === null ? Number.NaN : Math.fround(facts.rating_average))
      inStock.push(facts.in_stock)
      categories.push(pathOf(facts.categories))
      nouns.push(facts.nouns.map(shared))
      addValues(facts.attributes)
    },
    remove: (number) => {
      const place = places.get(number)
      if (place === undefined) return
      places.delete(number)
      alive[place] = 0
      living -= 1
    },
  }
}

function twiceAsLong(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(numbers.length * 2)
  longer.set(numbers)
  return longer
}
