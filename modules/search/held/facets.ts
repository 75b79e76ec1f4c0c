import type { AttributeCoverage } from '../domain/facet-choice.ts'
import {
  type AttributeFacets,
  type NumberRange,
  ratingSteps,
  type SearchEngine,
  type ValueCount,
} from '../engine/search-engine.ts'
import type { HeldDocuments } from './documents.ts'
import type { Matched } from './matched.ts'

/** Values of one facet at most, the most frequent first. */
const MAX_VALUES = 30

/** See `SearchEngine.brandAndPrice`. */
export function brandAndPrice(
  matched: Matched,
  documents: HeldDocuments,
): Awaited<ReturnType<SearchEngine['brandAndPrice']>> {
  const { places, failed, bitOf } = matched
  const [brandBit, priceBit, ratingBit] = [bitOf('brand'), bitOf('price'), bitOf('rating')]
  const brands = new Int32Array(documents.brandNames.length)
  const stars = ratingSteps.map(() => 0)
  let [min, max] = [Infinity, -Infinity]
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0
    const bits = failed[index] ?? 0
    const brand = documents.brands[place] ?? -1
    if (brand >= 0 && (bits === 0 || bits === brandBit)) brands[brand] = (brands[brand] ?? 0) + 1
    if (bits === 0 || bits === priceBit) {
      const price = documents.prices[place] ?? 0
      if (price < min) min = price
      if (price > max) max = price
    }
    const rating = documents.ratings[place] ?? Number.NaN
    if (!Number.isNaN(rating) && (bits === 0 || bits === ratingBit))
      ratingSteps.forEach((step, at) => (stars[at] = (stars[at] ?? 0) + (rating >= step ? 1 : 0)))
  }
  const counted = documents.brandNames.flatMap((name, brand) => {
    const count = brands[brand] ?? 0
    return count === 0 ? [] : [valueCount('brand', name, count)]
  })
  const ratings = ratingSteps.map((step, at) => valueCount('rating', String(step), stars[at] ?? 0))
  return {
    brands: mostFrequent(counted),
    price: min > max ? null : { min, max },
    ratings: ratings.filter(({ count }) => count > 0),
  }
}

/** How the attributes of a sample of documents are spread. */
export function attributeCoverage(
  sample: readonly number[],
  documents: HeldDocuments,
): { sampled: number; attributes: AttributeCoverage[] } {
  const { values, valuesFrom } = documents
  const [own, kinds] = [documents.valueNumbers(), documents.valueKinds()]
  const size = values.keys.length
  const [products, numbers, distinct] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  const seen = zeros(values.texts.length)
  const met: number[] = []
  const marked: number[] = []
  for (const place of sample) {
    const end = valuesFrom[place + 1] ?? 0
    for (let at = valuesFrom[place] ?? 0; at < end; at++) {
      const kind = kinds[at] ?? 0
      const key = kind >> 1
      if (products[key] === 0) met.push(key)
      products[key] = (products[key] ?? 0) + 1
      numbers[key] = (numbers[key] ?? 0) + (kind & 1)
      const same = values.same[own[at] ?? 0] ?? 0
      if (seen[same] === 1) continue
      seen[same] = 1
      marked.push(same)
      distinct[key] = (distinct[key] ?? 0) + 1
    }
  }
  for (const same of marked) seen[same] = 0
  const attributes = met.map((key) => ({
    key: values.keys[key] ?? '',
    products: products[key] ?? 0,
    numbers: numbers[key] ?? 0,
    distinct_values: distinct[key] ?? 0,
  }))
  return { sampled: sample.length, attributes }
}

/** Counts of the values of these text attributes, and ranges of these number attributes. */
export function attributeFacets(
  matched: Matched,
  documents: HeldDocuments,
  texts: readonly string[],
  numbers: readonly string[],
): Omit<AttributeFacets, 'names'> {
  const { values } = documents
  const counts = countValues(matched, documents, [...texts, ...numbers])
  const byKey = Map.groupBy(counts, ([value]) => values.keys[values.keyOf[value] ?? 0] ?? '')
  return {
    values: texts.flatMap((key) => mostFrequent(textCounts(key, byKey.get(key) ?? [], documents))),
    ranges: numbers.flatMap((key) => rangeOf(key, byKey.get(key) ?? [], documents)),
  }
}

type Counts = readonly (readonly [value: number, count: number])[]

function countValues(matched: Matched, documents: HeldDocuments, keys: readonly string[]): Counts {
  const { values, valuesFrom } = documents
  const [own, kinds] = [documents.valueNumbers(), documents.valueKinds()]
  // By the number of a key, the bit that it lifts: 0 where it has no narrowing, −1 where nobody asks for it.
  const lifts = new Float64Array(values.keys.length).fill(-1)
  const lifted = new Set([0])
  for (const key of keys) {
    const bit = matched.bitOf(`attribute:${key}`)
    const number = values.keyNumber(key)
    if (number === undefined) continue
    lifts[number] = bit
    lifted.add(bit)
  }
  const counts = zeros(values.texts.length)
  const met: number[] = []
  for (let index = 0; index < matched.places.length; index++) {
    const bits = matched.failed[index] ?? 0
    if (bits !== 0 && !lifted.has(bits)) continue
    const place = matched.places[index] ?? 0
    const end = valuesFrom[place + 1] ?? 0
    for (let at = valuesFrom[place] ?? 0; at < end; at++) {
      const bit = lifts[(kinds[at] ?? 0) >> 1] ?? -1
      if (bit < 0 || (bits !== 0 && bits !== bit)) continue
      const value = own[at] ?? 0
      if (counts[value] === 0) met.push(value)
      counts[value] = (counts[value] ?? 0) + 1
    }
  }
  const found = met.map((value) => [value, counts[value] ?? 0] as const)
  for (const value of met) counts[value] = 0
  return found
}

// Large arrays are dear to make and to throw away. Whoever counts in this one leaves zeros behind.
let shared = new Int32Array(0)

function zeros(size: number): Int32Array {
  if (shared.length < size) shared = new Int32Array(size * 2)
  return shared
}

function textCounts(key: string, counts: Counts, { values }: HeldDocuments): ValueCount[] {
  const bySame = new Map<number, number>()
  for (const [value, count] of counts) {
    const same = values.same[value] ?? value
    bySame.set(same, (bySame.get(same) ?? 0) + count)
  }
  return [...bySame].map(([value, count]) => valueCount(key, values.texts[value] ?? '', count))
}

function rangeOf(key: string, counts: Counts, { values }: HeldDocuments): NumberRange[] {
  let [min, max] = [Infinity, -Infinity]
  for (const [value] of counts) {
    const number = values.numbers[value] ?? Number.NaN
    if (number < min) min = number
    if (number > max) max = number
  }
  return min > max ? [] : [{ key, min, max }]
}

function valueCount(key: string, value: string, count: number): ValueCount {
  return { key, value, count }
}

function mostFrequent(counts: readonly ValueCount[]): ValueCount[] {
  return counts.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MAX_VALUES)
}
