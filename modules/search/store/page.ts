import type { Queryable } from '@rampart/platform/db/db.ts'
import { fromMap, type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { Candidate } from '../domain/rank.ts'
import type { EngineQuery, SortName, UnderstoodText, Window } from '../engine/search-engine.ts'
import { live } from './live.ts'
import { fullCondition } from './narrowings.ts'
import { foundFrom, scoredByText } from './scored.ts'

const orders: Readonly<Record<Exclude<SortName, 'relevance'>, Sql>> = {
  newest: sql`d.product_id DESC`,
  price: sql`d.price_minor, d.product_id`,
  '-price': sql`d.price_minor DESC, d.product_id DESC`,
  name: sql`d.sort_name, d.product_id`,
  '-name': sql`d.sort_name DESC, d.product_id DESC`,
  '-rating': sql`d.rating_average DESC NULLS LAST, d.rating_count DESC, d.product_id DESC`,
}

/** The ids of one page, in an order that needs no second look. */
export async function sortedPage(
  db: Queryable,
  query: EngineQuery,
  sort: SortName,
  { limit, offset }: Window,
): Promise<string[]> {
  const { ctes, from } = foundFrom(query)
  const order = sort === 'relevance' ? byScore(query) : fromMap(orders, sort)
  const rows = await db.many<{ product_id: string }>(sql`
    ${ctes} SELECT d.product_id FROM ${from} WHERE ${fullCondition(query)}
    ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`)
  return rows.map((row) => row.product_id)
}

/** The best `limit` of a question with a text, with what their final order depends on. */
export async function bestCandidates(
  db: Queryable,
  query: EngineQuery,
  phrase: string,
  limit: number,
): Promise<(Candidate & { pinned: boolean })[]> {
  const { ctes, from } = foundFrom(query)
  return await db.many<Candidate & { pinned: boolean }>(sql`
    ${ctes},
    best AS (
      SELECT d.doc_no, s.words, s.score, row_number() OVER (ORDER BY ${byScore(query)}) AS place
      FROM ${from} WHERE ${fullCondition(query)}
      ORDER BY place LIMIT ${limit}
    )
    SELECT d.product_id, best.words, best.score, d.nouns, position(${` ${phrase} `} IN d.phrases) > 0 AS phrase,
      d.product_id = ANY(${query.pinned}::uuid[]) AS pinned
    FROM best JOIN search.documents AS d ON d.slot = ${live} AND d.doc_no = best.doc_no
    ORDER BY best.place`)
}

/** How many a question finds. */
export async function countFound(db: Queryable, query: EngineQuery): Promise<number> {
  const { ctes, from } = foundFrom(query)
  const row = await db.one<{ total: number }>(sql`
    ${ctes} SELECT count(*) AS total FROM ${from} WHERE ${fullCondition(query)}`)
  return row.total
}

/** How many documents have as many words of a text as are needed, counted up to `limit`. */
export async function countScored(db: Queryable, text: UnderstoodText, limit: number): Promise<number> {
  const row = await db.one<{ total: number }>(sql`
    WITH ${scoredByText(text)} SELECT count(*) AS total FROM (SELECT FROM scored LIMIT ${limit}) AS few`)
  return row.total
}

function byScore({ text, pinned }: EngineQuery): Sql {
  if (text === null) return orders.newest
  const score = sql`s.words DESC, s.score DESC, d.product_id DESC`
  return pinned.length === 0
    ? score
    : sql`array_position(${pinned}::uuid[], d.product_id) NULLS LAST, ${score}`
}
