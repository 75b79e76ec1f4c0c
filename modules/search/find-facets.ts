import type { Search } from '@rampart/contracts/search.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import { chooseFacets } from './domain/facet-choice.ts'
import type { EngineQuery, SearchEngine, ValueCount } from './engine/search-engine.ts'

export type Facet = RawOutputOf<Search, 'searchProducts'>['facets'][number]

/** What a result can be narrowed by, with counts: brand, price in the shop's currency, and its telling attributes. */
export async function findFacets(
  engine: SearchEngine,
  query: EngineQuery,
  currency: string,
): Promise<Facet[]> {
  const selected = query.attributes.map(({ key }) => key)
  const { brands, price, ratings } = await engine.brandAndPrice(query)
  const coverage = await engine.attributeCoverage(query)
  const chosen = chooseFacets(coverage.attributes, coverage.sampled, selected)
  const facets: Facet[] = []
  if (brands.length > 0) facets.push(valueFacet('brand', 'Brand', brands, query.brands))
  if (price !== null) facets.push({ type: 'range', key: 'price', name: 'Price', ...inUnits(price, currency) })
  if (ratings.length > 0)
    facets.push(
      valueFacet('rating', 'Rating', ratings, query.ratingMin === null ? [] : [String(query.ratingMin)]),
    )
  if (chosen.texts.length + chosen.numbers.length === 0) return facets
  const { values, ranges, names } = await engine.attributeFacets(query, chosen.texts, chosen.numbers)
  for (const key of chosen.texts) {
    const own = values.filter((value) => value.key === key)
    const wanted = query.attributes.find((filter) => filter.key === key)?.values ?? []
    if (own.length > 0) facets.push(valueFacet(key, names[key] ?? key, own, wanted))
  }
  for (const { key, min, max } of ranges)
    facets.push({ type: 'range', key, name: names[key] ?? key, min, max })
  return facets
}

function valueFacet(
  key: string,
  name: string,
  counts: readonly ValueCount[],
  selected: readonly string[],
): Facet {
  const values = counts.map(({ value, count }) => ({ value, count, selected: selected.includes(value) }))
  return { type: 'values', key, name, values }
}

function inUnits({ min, max }: { min: number; max: number }, currency: string): { min: number; max: number } {
  return { min: Number(moneyOut(min, currency).amount), max: Number(moneyOut(max, currency).amount) }
}
