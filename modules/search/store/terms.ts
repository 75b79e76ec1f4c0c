import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { IndexStatistics } from '../domain/impact.ts'
import type { PhraseRow } from '../domain/phrases.ts'
import type { Slot } from './state.ts'

type NewTerm = {
  readonly term: string
  readonly documents: number
  readonly field_documents: readonly number[]
}
export type StoredTerm = NewTerm & { readonly id: number }

/** Adds words to an empty slot; answers their numbers. */
export async function insertTerms(
  db: Queryable,
  slot: Slot,
  terms: readonly NewTerm[],
): Promise<{ id: number; term: string }[]> {
  return await db.many<{ id: number; term: string }>(sql`
    INSERT INTO search.terms (slot, term, documents, field_documents)
    SELECT ${slot}, term, documents, ARRAY(SELECT json_array_elements_text(field_documents)::integer)
    FROM json_to_recordset(${JSON.stringify(terms)}::json) AS r (term text, documents integer, field_documents json)
    ORDER BY term
    ON CONFLICT (slot, term) DO NOTHING
    RETURNING id, term`)
}

/** These words as the slot knows them; those it does not know are added, as standing in no document yet. */
export async function ensureTerms(
  db: Queryable,
  slot: Slot,
  words: readonly string[],
): Promise<Map<string, StoredTerm>> {
  const known = await findTerms(db, slot, words)
  const missing = words.filter((word) => !known.has(word))
  if (missing.length === 0) return known
  await insertTerms(
    db,
    slot,
    missing.map((term) => ({ term, documents: 0, field_documents: [] })),
  )
  return await findTerms(db, slot, words)
}

async function findTerms(
  db: Queryable,
  slot: Slot,
  words: readonly string[],
): Promise<Map<string, StoredTerm>> {
  const rows = await db.many<StoredTerm>(sql`
    SELECT id, term, documents, field_documents FROM search.terms
    WHERE slot = ${slot} AND term = ANY(${words}::text[])`)
  return new Map(rows.map((row) => [row.term, row]))
}

/** Adds phrases; those that are there keep their figures. */
export async function insertPhrases(db: Queryable, slot: Slot, rows: readonly PhraseRow[]): Promise<void> {
  if (rows.length === 0) return
  await db.run(sql`
    INSERT INTO search.phrases (slot, start, phrase, documents)
    SELECT ${slot}, start, phrase, documents
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r (start text, phrase text, documents integer)
    ON CONFLICT DO NOTHING`)
}

/** Takes out the phrases that have one of these words, where it stands in no product any more. */
export async function deleteDeadPhrases(tx: Tx, slot: Slot, termIds: readonly number[]): Promise<void> {
  if (termIds.length === 0) return
  await tx.run(sql`
    WITH dead AS MATERIALIZED (
      SELECT t.term FROM search.terms AS t
      WHERE t.slot = ${slot} AND t.id = ANY(${termIds}::integer[])
        AND NOT EXISTS (SELECT FROM search.postings AS p WHERE p.slot = ${slot} AND p.term_id = t.id)
    )
    DELETE FROM search.phrases AS gone
    USING (
      SELECT DISTINCT f.phrase FROM dead JOIN search.phrases AS f
        ON f.slot = ${slot} AND f.start >= dead.term AND f.start < dead.term || '!'
    ) AS found
    WHERE gone.slot = ${slot} AND gone.phrase = found.phrase`)
}

/** Keeps what the weights of a slot's words rest on. */
export async function writeStatistics(
  db: Queryable,
  slot: Slot,
  { documents, lengths }: IndexStatistics,
): Promise<void> {
  await db.run(sql`
    INSERT INTO search.statistics (slot, documents, lengths)
    VALUES (${slot}, ${documents}, ${JSON.stringify(lengths)}::jsonb)
    ON CONFLICT (slot) DO UPDATE SET (documents, lengths) = (excluded.documents, excluded.lengths)`)
}

/** What the weights of a slot's words rest on; of one that was never built: nothing known. */
export async function findStatistics(
  db: Queryable,
  slot: Slot,
  unknown: IndexStatistics,
): Promise<IndexStatistics> {
  const row = await db.maybe<IndexStatistics>(
    sql`SELECT documents, lengths FROM search.statistics WHERE slot = ${slot}`,
  )
  return row ?? unknown
}
