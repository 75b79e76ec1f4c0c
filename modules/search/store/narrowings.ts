import { empty, join, type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { AttributeFilter } from '../domain/filters.ts'
import type { EngineQuery } from '../engine/search-engine.ts'
import { live } from './live.ts'

const AND = sql` AND `
const OR = sql` OR `

/** Conditions on `d` that a facet never lifts: category and stock. */
export function baseCondition({ category, inStock }: EngineQuery): Sql {
  return sql`d.slot = ${live}${inStock ? sql` AND d.in_stock` : empty}${
    category === undefined ? empty : sql` AND d.categories @> ARRAY[${category}]::text[]`
  }`
}

/** Conditions on `d` that can be lifted, by the key of their facet. */
export function narrowings({ brands, price, ratingMin, attributes }: EngineQuery): {
  key: string
  condition: Sql
}[] {
  return [
    ...(brands.length === 0
      ? []
      : [{ key: 'brand', condition: sql`coalesce(d.brand = ANY(${brands}::text[]), false)` }]),
    ...(price === null ? [] : [{ key: 'price', condition: within(sql`d.price_minor`, price) }]),
    ...(ratingMin === null
      ? []
      : [{ key: 'rating', condition: sql`coalesce(d.rating_average >= ${ratingMin}, false)` }]),
    ...attributes.map((filter) => ({ key: `attribute:${filter.key}`, condition: hasAttribute(filter) })),
  ]
}

/** All conditions on `d`. */
export function fullCondition(query: EngineQuery): Sql {
  return join([baseCondition(query), ...narrowings(query).map(({ condition }) => condition)], AND)
}

function hasAttribute({ key, values, ranges }: AttributeFilter): Sql {
  const numbers = values.map(Number).filter(Number.isFinite)
  const accepted = [
    ...(values.length === 0 ? [] : [sql`text_value = ANY(${values}::text[])`]),
    ...(numbers.length === 0 ? [] : [sql`number_value = ANY(${numbers}::double precision[])`]),
    ...ranges.map((range) => sql`(number_value IS NOT NULL AND ${within(sql`number_value`, range)})`),
  ]
  return sql`d.doc_no IN (
    SELECT doc_no FROM search.attributes WHERE slot = ${live} AND key = ${key} AND (${join(accepted, OR)}))`
}

function within(column: Sql, { min, max }: { min: number | null; max: number | null }): Sql {
  const ends = [
    ...(min === null ? [] : [sql`${column} >= ${min}`]),
    ...(max === null ? [] : [sql`${column} <= ${max}`]),
  ]
  return join(ends, AND)
}
