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
import type { ValueTable } from './value-table.ts'

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
  const own = documents.valueNumbers()
  const byKey = new Map<number, { products: number; numbers: number; distinct: number }>()
  const seen = new Uint8Array(values.texts.length)
  for (const place of sample) {
    const end = valuesFrom[place + 1] ?? 0
    for (let at = valuesFrom[place] ?? 0; at < end; at++) {
      const value = own[at] ?? 0
      const key = values.keyOf[value] ?? 0
      let spread = byKey.get(key)
      if (spread === undefined) byKey.set(key, (spread = { products: 0, numbers: 0, distinct: 0 }))
      spread.products += 1
      if (!Number.isNaN(values.numbers[value])) spread.numbers += 1
      const same = values.same[value] ?? value
      if (seen[same] === 0) spread.distinct += 1
      seen[same] = 1
    }
  }
  const attributes = [...byKey].map(([key, { products, numbers, distinct }]) => ({
    key: values.keys[key] ?? '',
    products,
    numbers,
    distinct_values: distinct,
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
  const { values, valuesFrom } = documents
  const own = documents.valueNumbers()
  const asked = [...texts, ...numbers].flatMap((key) => {
    const number = values.keyNumber(key)
    return number === undefined ? [] : [{ key, number, bit: matched.bitOf(`attribute:${key}`) }]
  })
  // By the number of a key, the bit that it lifts: 0 where it has no narrowing, −1 where nobody asks for it.
  const lifts = new Float64Array(values.keys.length).fill(-1)
  for (const { number, bit } of asked) lifts[number] = bit
  const lifted = new Set([0, ...asked.map(({ bit }) => bit)])
  const counts = new Int32Array(values.texts.length)
  for (let index = 0; index < matched.places.length; index++) {
    const bits = matched.failed[index] ?? 0
    if (!lifted.has(bits)) continue
    const place = matched.places[index] ?? 0
    const end = valuesFrom[place + 1] ?? 0
    for (let at = valuesFrom[place] ?? 0; at < end; at++) {
      const value = own[at] ?? 0
      const bit = lifts[values.keyOf[value] ?? 0] ?? -1
      if (bit >= 0 && (bits === 0 || bits === bit)) counts[value] = (counts[value] ?? 0) + 1
    }
  }
  return {
    values: texts.flatMap((key) => mostFrequent(textCounts(key, counts, documents))),
    ranges: numbers.flatMap((key) => rangeOf(key, counts, documents)),
  }
}

function textCounts(key: string, counts: Int32Array, { values }: HeldDocuments): ValueCount[] {
  const bySame = new Map<number, number>()
  for (const value of valuesOf(key, values)) {
    const count = counts[value] ?? 0
    const same = values.same[value] ?? value
    if (count > 0) bySame.set(same, (bySame.get(same) ?? 0) + count)
  }
  return [...bySame].map(([value, count]) => valueCount(key, values.texts[value] ?? '', count))
}

function rangeOf(key: string, counts: Int32Array, { values }: HeldDocuments): NumberRange[] {
  let [min, max] = [Infinity, -Infinity]
  for (const value of valuesOf(key, values)) {
    if (counts[value] === 0) continue
    const number = values.numbers[value] ?? Number.NaN
    if (number < min) min = number
    if (number > max) max = number
  }
  return min > max ? [] : [{ key, min, max }]
}

function valuesOf(key: string, values: ValueTable): readonly number[] {
  const number = values.keyNumber(key)
  return number === undefined ? [] : values.valuesOf(number)
}

function valueCount(key: string, value: string, count: number): ValueCount {
  return { key, value, count }
}

function mostFrequent(counts: readonly ValueCount[]): ValueCount[] {
  return counts.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MAX_VALUES)
}
