import type { AttributeFilter } from '../domain/filters.ts'
import type { EngineQuery } from '../engine/search-engine.ts'
import type { Json } from './cluster.ts'

/** What a facet never lifts: category and stock. */
export function baseClauses({ category, inStock }: EngineQuery): Json[] {
  return [
    ...(category === undefined ? [] : [{ term: { categories: category.toWellFormed() } }]),
    ...(inStock ? [{ term: { in_stock: true } }] : []),
  ]
}

/** What can be lifted, by the key of its facet. */
export function liftable({
  brands,
  price,
  ratingMin,
  attributes,
}: EngineQuery): { key: string; clause: Json }[] {
  return [
    ...(brands.length === 0
      ? []
      : [{ key: 'brand', clause: { terms: { brand_value: wellFormed(brands) } } }]),
    ...(price === null ? [] : [{ key: 'price', clause: { range: { price_minor: ends(price) } } }]),
    ...(ratingMin === null
      ? []
      : [{ key: 'rating', clause: { range: { rating_average: { gte: ratingMin } } } }]),
    ...attributes.map((filter) => ({ key: `attribute:${filter.key}`, clause: hasAttribute(filter) })),
  ]
}

/** All that can be lifted but what has this key; all, with null. */
export function clausesWithout(query: EngineQuery, lifted: string | null): Json[] {
  return liftable(query)
    .filter(({ key }) => key !== lifted)
    .map(({ clause }) => clause)
}

function hasAttribute({ key, values, ranges }: AttributeFilter): Json {
  const numbers = values.map(Number).filter(Number.isFinite)
  const accepted = [
    ...(values.length === 0 ? [] : [{ terms: { 'filters.text_value': wellFormed(values) } }]),
    ...(numbers.length === 0 ? [] : [{ terms: { 'filters.number_value': numbers } }]),
    ...ranges.map((range) => ({ range: { 'filters.number_value': ends(range) } })),
  ]
  const query = {
    bool: { filter: [{ term: { 'filters.key': key } }], should: accepted, minimum_should_match: 1 },
  }
  return { nested: { path: 'filters', query } }
}

function ends({ min, max }: { min: number | null; max: number | null }): Json {
  return { ...(min === null ? {} : { gte: min }), ...(max === null ? {} : { lte: max }) }
}

// Half a letter is no letter anywhere; OpenSearch refuses to read it.
function wellFormed(texts: readonly string[]): string[] {
  return texts.map((text) => text.toWellFormed())
}
