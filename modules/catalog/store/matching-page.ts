import type { Queryable } from '@rampart/platform/db/db.ts'
import { fromMap, type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { ProductQuery } from '../product-query.ts'
import type { StoredCard } from '../product-view.ts'
import type { ListSort } from './list-page.ts'
import { fullCondition, textQuery } from './matching.ts'

export type MatchingSort = ListSort | 'relevance'

const orders: Readonly<Record<ListSort, Sql>> = {
  newest: sql`p.id DESC`,
  price: sql`p.price_minor, p.id`,
  '-price': sql`p.price_minor DESC, p.id DESC`,
  name: sql`p.sort_name, p.id`,
  '-name': sql`p.sort_name DESC, p.id DESC`,
}

/** One page of the products that match, in the order asked for; by relevance only where there is a text. */
export async function matchingPage(
  db: Queryable,
  query: ProductQuery,
  sort: MatchingSort,
  { limit, offset }: { limit: number; offset: number },
): Promise<StoredCard[]> {
  const rows = await db.many<{ card: StoredCard }>(sql`
    SELECT p.card FROM catalog.products AS p
    WHERE ${fullCondition(query)}
    ORDER BY ${orderOf(query, sort)} LIMIT ${limit} OFFSET ${offset}`)
  return rows.map((row) => row.card)
}

/** How many products match. */
export async function countMatching(db: Queryable, query: ProductQuery): Promise<number> {
  const row = await db.one<{ total: number }>(sql`
    SELECT count(*) AS total FROM catalog.products AS p WHERE ${fullCondition(query)}`)
  return row.total
}

// Divided by the logarithm of the length (1), so that long descriptions do not win by their length.
function orderOf({ words }: ProductQuery, sort: MatchingSort): Sql {
  if (sort !== 'relevance') return fromMap(orders, sort)
  if (words === null || words === 'nothing') return orders.newest
  return sql`ts_rank('{0.05, 0.2, 0.6, 1}', p.search, ${textQuery(words)}, 1) DESC, p.in_stock DESC, p.id DESC`
}
