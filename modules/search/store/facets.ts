import type { Queryable } from '@rampart/platform/db/db.ts'
import { empty, join, type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { AttributeCoverage } from '../domain/facet-choice.ts'
import {
  type AttributeFacets,
  type EngineQuery,
  type NumberRange,
  ratingSteps,
  type ValueCount,
} from '../engine/search-engine.ts'
import { live } from './live.ts'
import { baseCondition, narrowings } from './narrowings.ts'
import { foundFrom } from './scored.ts'

/** Products that facets are counted over at most; beyond it the counts are of the newest. */
const MAX_COUNTED = 50_000
/** Products by which the telling attributes are chosen. */
const SAMPLE = 400
/** Values of one facet at most, the most frequent first. */
const MAX_VALUES = 30

/**
 * What is found, with one bit for each narrowing that a product fails. A facet counts the products that fail nothing
 * but its own narrowing, so that it also shows what else could be chosen.
 */
function matched(query: EngineQuery): Sql {
  const bits = narrowings(query).map(
    ({ condition }, index) => sql`CASE WHEN ${condition} THEN 0 ELSE ${2 ** index}::bigint END`,
  )
  const { ctes, from } = foundFrom(query)
  const order = query.text === null ? sql`d.product_id DESC` : sql`s.words DESC, s.score DESC`
  const all = sql`
    SELECT d.doc_no, d.brand, d.price_minor, d.rating_average, ${bits.length === 0 ? sql`0::bigint` : join(bits, sql` + `)} AS failed
    FROM ${from}
    WHERE ${baseCondition(query)}
    ORDER BY ${order} LIMIT ${MAX_COUNTED}`
  const first = query.text === null ? sql`WITH ` : sql`${ctes}, `
  return sql`${first} matched AS MATERIALIZED (${all})`
}

function bitOf(query: EngineQuery, key: string): number {
  const index = narrowings(query).findIndex((narrowing) => narrowing.key === key)
  return index < 0 ? 0 : 2 ** index
}

type Row = {
  brands: ValueCount[] | null
  ratings: ValueCount[] | null
  min: number | null
  max: number | null
}

/**
 * Brands with their counts, the prices from lowest to highest in minor units (null: no product), and how many products
 * have how many stars at least.
 */
export async function brandAndPriceFacets(
  db: Queryable,
  query: EngineQuery,
): Promise<{ brands: ValueCount[]; price: { min: number; max: number } | null; ratings: ValueCount[] }> {
  const row = await db.one<Row>(sql`
    ${matched(query)},
    brands AS (
      SELECT 'brand' AS key, brand AS value, count(*) AS count FROM matched
      WHERE failed IN (0, ${bitOf(query, 'brand')}) AND brand IS NOT NULL
      GROUP BY brand ORDER BY count(*) DESC, brand LIMIT ${MAX_VALUES}
    ),
    ratings AS (
      SELECT 'rating' AS key, stars::text AS value, count(*) AS count
      FROM matched JOIN unnest(${ratingSteps}::integer[]) AS stars ON rating_average >= stars
      WHERE failed IN (0, ${bitOf(query, 'rating')})
      GROUP BY stars ORDER BY stars DESC
    )
    SELECT (SELECT json_agg(b) FROM brands AS b) AS brands, (SELECT json_agg(r) FROM ratings AS r) AS ratings,
      min(price_minor) AS min, max(price_minor) AS max
    FROM matched WHERE failed IN (0, ${bitOf(query, 'price')})`)
  const { brands, ratings, min, max } = row
  return {
    brands: brands ?? [],
    ratings: ratings ?? [],
    price: min === null || max === null ? null : { min, max },
  }
}

/** How the attributes of a sample of the result are spread. */
export async function attributeCoverage(
  db: Queryable,
  query: EngineQuery,
): Promise<{ sampled: number; attributes: AttributeCoverage[] }> {
  const rows = await db.many<AttributeCoverage & { sampled: number }>(sql`
    ${matched(query)},
    sample AS MATERIALIZED (SELECT doc_no FROM matched WHERE failed = 0 LIMIT ${SAMPLE})
    SELECT a.key, count(*) AS products, count(a.number_value) AS numbers, count(DISTINCT a.text_value) AS distinct_values,
      (SELECT count(*) FROM sample) AS sampled
    FROM sample JOIN search.attributes AS a ON a.slot = ${live} AND a.doc_no = sample.doc_no
    GROUP BY a.key`)
  return { sampled: rows[0]?.sampled ?? 0, attributes: rows }
}

/** Counts of the values of these text attributes, and ranges of these number attributes. */
export async function attributeFacets(
  db: Queryable,
  query: EngineQuery,
  texts: readonly string[],
  numbers: readonly string[],
): Promise<AttributeFacets> {
  const keys = [...texts, ...numbers]
  const row = await db.one<{
    values: ValueCount[] | null
    ranges: NumberRange[] | null
    names: Record<string, string> | null
  }>(sql`
    ${matched(query)},
    found AS MATERIALIZED (
      SELECT a.key, a.text_value, a.number_value
      FROM matched JOIN search.attributes AS a ON a.slot = ${live} AND a.doc_no = matched.doc_no
      WHERE a.key = ANY(${keys}::text[]) AND (matched.failed = 0${ownNarrowings(query, keys)})
    ),
    counted AS (
      SELECT key, text_value AS value, count(*) AS count,
        row_number() OVER (PARTITION BY key ORDER BY count(*) DESC, text_value) AS place
      FROM found WHERE key = ANY(${texts}::text[]) GROUP BY key, text_value
    )
    SELECT
      (SELECT json_agg(json_build_object('key', key, 'value', value, 'count', count) ORDER BY key, place)
        FROM counted WHERE place <= ${MAX_VALUES}) AS values,
      (SELECT json_agg(r) FROM (
        SELECT key, min(number_value) AS min, max(number_value) AS max
        FROM found WHERE key = ANY(${numbers}::text[]) AND number_value IS NOT NULL GROUP BY key) AS r) AS ranges,
      (SELECT json_object_agg(key, name) FROM search.attribute_names WHERE key = ANY(${keys}::text[])) AS names`)
  return { values: row.values ?? [], ranges: row.ranges ?? [], names: row.names ?? {} }
}

function ownNarrowings(query: EngineQuery, keys: readonly string[]): Sql {
  const own = query.attributes.filter(({ key }) => keys.includes(key))
  if (own.length === 0) return empty
  return join(
    own.map(({ key }) => sql` OR (a.key = ${key} AND matched.failed = ${bitOf(query, `attribute:${key}`)})`),
    empty,
  )
}
