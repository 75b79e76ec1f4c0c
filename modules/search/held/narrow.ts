import type { AttributeFilter } from '../domain/filters.ts'
import type { EngineQuery } from '../engine/search-engine.ts'
import type { HeldDocuments } from './documents.ts'

type Test = (place: number) => boolean

/** Whether a document may be counted at all: facets never lift the category and the stock. */
export function baseTest({ category, inStock }: EngineQuery, documents: HeldDocuments): Test {
  return (place) =>
    documents.alive[place] === 1 &&
    (!inStock || documents.inStock[place] === true) &&
    (category === undefined || documents.categories[place]?.has(category) === true)
}

/** What can be lifted, by the key of its facet. The place in the list is the place of its bit. */
export function narrowingTests(query: EngineQuery, documents: HeldDocuments): { key: string; test: Test }[] {
  const { brands, price, ratingMin, attributes } = query
  const tests: { key: string; test: Test }[] = []
  if (brands.length > 0) {
    const wanted = new Set(brands)
    const chosen = new Set(documents.brandNames.flatMap((name, number) => (wanted.has(name) ? [number] : [])))
    tests.push({ key: 'brand', test: (place) => chosen.has(documents.brands[place] ?? -1) })
  }
  if (price !== null)
    tests.push({ key: 'price', test: (place) => isWithin(documents.prices[place] ?? 0, price) })
  if (ratingMin !== null) {
    // The column has single precision.
    const least = Math.fround(ratingMin)
    tests.push({ key: 'rating', test: (place) => (documents.ratings[place] ?? Number.NaN) >= least })
  }
  for (const filter of attributes)
    tests.push({ key: `attribute:${filter.key}`, test: attributeTest(filter, documents) })
  return tests
}

function attributeTest({ key, values, ranges }: AttributeFilter, documents: HeldDocuments): Test {
  const table = documents.values
  const place = table.keyNumber(key)
  const texts = new Set(values)
  const numbers = new Set(values.map(Number).filter(Number.isFinite))
  const accepted = new Set(
    place === undefined
      ? []
      : table.valuesOf(place).filter((value) => {
          const number = table.numbers[value] ?? Number.NaN
          return (
            texts.has(table.texts[value] ?? '') ||
            numbers.has(number) ||
            (!Number.isNaN(number) && ranges.some((range) => isWithin(number, range)))
          )
        }),
  )
  return (document) => {
    const own = documents.valueNumbers()
    const end = documents.valuesFrom[document + 1] ?? 0
    for (let at = documents.valuesFrom[document] ?? 0; at < end; at++)
      if (accepted.has(own[at] ?? -1)) return true
    return false
  }
}

function isWithin(number: number, { min, max }: { min: number | null; max: number | null }): boolean {
  return (min === null || number >= min) && (max === null || number <= max)
}
