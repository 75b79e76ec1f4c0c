import { empty, type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { EngineQuery, UnderstoodText } from '../engine/search-engine.ts'
import { live } from './live.ts'

/**
 * The CTE `scored`: documents with at least the needed words of a text, how many they have, and their score, the mean
 * of what their best fields and all their fields say.
 */
export function scoredByText({ words, needed }: UnderstoodText): Sql {
  const terms = words.flatMap((word, place) =>
    word.terms.map(({ term, weight }) => ({ place, term, weight })),
  )
  return sql`
    wanted AS (
      SELECT w.place, w.weight, t.id AS term_id
      FROM unnest(${terms.map(({ place }) => place)}::integer[], ${terms.map(({ term }) => term)}::text[],
          ${terms.map(({ weight }) => weight)}::double precision[]) AS w (place, term, weight)
        JOIN search.terms AS t ON t.slot = ${live} AND t.term = w.term
    ),
    hits AS (
      SELECT p.doc_no, max(p.best * wanted.weight) AS best, max(p.blend * wanted.weight) AS blend
      FROM wanted JOIN search.postings AS p ON p.slot = ${live} AND p.term_id = wanted.term_id
      GROUP BY p.doc_no, wanted.place
    ),
    scored AS MATERIALIZED (
      SELECT doc_no, count(*)::integer AS words, sqrt(sum(best) * sum(blend)) AS score
      FROM hits GROUP BY doc_no HAVING count(*) >= ${Math.max(needed, 1)}
    )`
}

/** `FROM` what a question finds, as `d`, with its place in the order as `s.words`, `s.score` and `pin`. */
export function foundFrom(query: EngineQuery): { ctes: Sql; from: Sql } {
  const { text, pinned } = query
  if (text === null) return { ctes: empty, from: sql`search.documents AS d` }
  const extra =
    pinned.length === 0
      ? empty
      : sql`
        UNION ALL
        SELECT doc_no, 0, 0 FROM search.documents
        WHERE slot = ${live} AND product_id = ANY(${pinned}::uuid[])
          AND doc_no NOT IN (SELECT doc_no FROM scored)`
  return {
    ctes: sql`WITH ${scoredByText(text)}, candidates AS (SELECT doc_no, words, score FROM scored ${extra})`,
    from: sql`candidates AS s JOIN search.documents AS d ON d.doc_no = s.doc_no`,
  }
}
