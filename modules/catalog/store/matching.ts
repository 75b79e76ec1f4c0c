import { empty, join, type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { AttributeFilter } from '../domain/filters.ts'
import type { SearchWords } from '../domain/search-words.ts'
import type { ProductQuery } from '../product-query.ts'
import { categoryId } from './category-id.ts'

const AND = sql` AND `
const OR = sql` OR `

/** The text a person typed as a tsquery: English words, codes as they stand, and the last word as a beginning. */
export function textQuery({ text, head, last }: SearchWords): Sql {
  const whole = sql`websearch_to_tsquery('english', ${text}) || websearch_to_tsquery('simple', ${text})`
  if (last === null) return sql`(${whole})`
  const beginning = sql`to_tsquery('simple', ${`${last}:*`})`
  if (head === '') return sql`(${whole} || ${beginning})`
  return sql`(${whole} || (websearch_to_tsquery('english', ${head}) && ${beginning}))`
}

function baseCondition(query: ProductQuery): Sql {
  const { words, category, inStock } = query
  return sql`p.status = 'published'${words === 'nothing' ? sql` AND false` : empty}${
    words === null || words === 'nothing' ? empty : sql` AND p.search @@ ${textQuery(words)}`
  }${inStock ? sql` AND p.in_stock` : empty}${
    category === undefined
      ? empty
      : sql` AND p.id IN (SELECT product_id FROM catalog.listings WHERE category_id = ${categoryId(category)})`
  }`
}

function narrowings({ brands, price, attributes }: ProductQuery): Sql[] {
  return [
    ...(brands.length === 0 ? [] : [sql`coalesce(p.brand = ANY(${brands}::text[]), false)`]),
    ...(price === null ? [] : [within(sql`p.price_minor`, price)]),
    ...attributes.map(hasAttribute),
  ]
}

/** All conditions on `p`: published, text, category, stock, and what else narrows. */
export function fullCondition(query: ProductQuery): Sql {
  return join([baseCondition(query), ...narrowings(query)], AND)
}

function hasAttribute({ key, values, ranges }: AttributeFilter): Sql {
  const numbers = values.map(Number).filter(Number.isFinite)
  const accepted = [
    ...(values.length === 0 ? [] : [sql`text_value = ANY(${values}::text[])`]),
    ...(numbers.length === 0 ? [] : [sql`number_value = ANY(${numbers}::double precision[])`]),
    ...ranges.map((range) => sql`(number_value IS NOT NULL AND ${within(sql`number_value`, range)})`),
  ]
  return sql`p.id IN (SELECT product_id FROM catalog.product_attributes WHERE key = ${key} AND (${join(accepted, OR)}))`
}

function within(column: Sql, { min, max }: { min: number | null; max: number | null }): Sql {
  const ends = [
    ...(min === null ? [] : [sql`${column} >= ${min}`]),
    ...(max === null ? [] : [sql`${column} <= ${max}`]),
  ]
  return join(ends, AND)
}
