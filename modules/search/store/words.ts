import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { live } from './live.ts'

/** Of these words, those that stand in a product. What stood in one that is gone does not. */
export async function findKnownWords(db: Queryable, words: readonly string[]): Promise<Set<string>> {
  const rows = await db.many<{ term: string }>(sql`
    SELECT t.term FROM search.terms AS t
      CROSS JOIN LATERAL (
        SELECT FROM search.postings AS p WHERE p.slot = ${live} AND p.term_id = t.id LIMIT 1) AS somewhere
    WHERE t.slot = ${live} AND t.term = ANY(${words}::text[])`)
  return new Set(rows.map((row) => row.term))
}

/** Words that begin like this, most frequent first. */
export async function findWordsStarting(db: Queryable, start: string, limit: number): Promise<string[]> {
  const rows = await db.many<{ term: string }>(sql`
    SELECT term FROM search.terms
    WHERE slot = ${live} AND term >= ${start} AND term < ${afterAll(start)}
    ORDER BY documents DESC, term LIMIT ${limit}`)
  return rows.map((row) => row.term)
}

export type SimilarWord = { readonly term: string; readonly documents: number; readonly likeness: number }

/** Words that are written much like this one, the likest first; among them those with two neighbouring letters swapped. */
export async function findSimilarWords(db: Queryable, word: string, limit: number): Promise<SimilarWord[]> {
  return await db.many<SimilarWord>(sql`
    SELECT term, documents, likeness FROM search.similar_terms(${live}, ${word}::text, ${limit}::integer)
    UNION ALL
    SELECT term, documents, 0 AS likeness FROM search.terms
    WHERE slot = ${live} AND term = ANY(${swapped(word)}::text[])
    ORDER BY likeness DESC`)
}

// Two letters swapped leave a short word hardly a group of three letters in common with the one that was meant.
function swapped(word: string): string[] {
  const letters = Array.from(word)
  return letters
    .slice(1)
    .map((letter, place) => letters.toSpliced(place, 2, letter, letters[place] ?? '').join(''))
}

/** Phrases with a word that begins like this, those of most products first. */
export async function findPhrasesStarting(db: Queryable, start: string, limit: number): Promise<string[]> {
  const rows = await db.many<{ phrase: string }>(sql`
    SELECT phrase FROM search.phrases
    WHERE slot = ${live} AND start >= ${start} AND start < ${afterAll(start)}
    GROUP BY phrase ORDER BY max(documents) DESC, phrase LIMIT ${limit}`)
  return rows.map((row) => row.phrase)
}

// The columns sort by code points, of which this one is the last.
function afterAll(start: string): string {
  return `${start}\u{10ffff}`
}
