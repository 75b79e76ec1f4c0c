import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type SynonymFields = {
  readonly word: string
  readonly meanings: readonly string[]
  readonly both_ways: boolean
}
export type SynonymRow = SynonymFields & { readonly id: string; readonly updated_at: string }

const columns = sql`id, word, meanings, both_ways, updated_at`
const MOST = 10_000

/** All synonyms. */
export async function findAllSynonyms(db: Queryable): Promise<SynonymRow[]> {
  return await db.many<SynonymRow>(sql`SELECT ${columns} FROM search.synonyms ORDER BY word LIMIT ${MOST}`)
}

/** One page of the synonyms, by word; of those that have a word that begins so. */
export async function findSynonyms(
  db: Queryable,
  start: string | null,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ items: SynonymRow[]; total: number }> {
  const where = sql`${start}::text IS NULL OR EXISTS (
    SELECT FROM unnest(array_append(meanings, word)) AS w WHERE starts_with(w, ${start}::text))`
  const items = await db.many<SynonymRow>(sql`
    SELECT ${columns} FROM search.synonyms WHERE ${where} ORDER BY word LIMIT ${limit} OFFSET ${offset}`)
  const { total } = await db.one<{ total: number }>(
    sql`SELECT count(*) AS total FROM search.synonyms WHERE ${where}`,
  )
  return { items, total }
}

/** Adds a word. Null when it is there already. */
export async function insertSynonym(
  tx: Tx,
  id: string,
  fields: SynonymFields,
  now: Date,
): Promise<SynonymRow | null> {
  return await tx.maybe<SynonymRow>(sql`
    INSERT INTO search.synonyms (id, word, meanings, both_ways, created_at, updated_at)
    VALUES (${id}, ${fields.word}, ${fields.meanings}, ${fields.both_ways}, ${now}, ${now})
    ON CONFLICT (word) DO NOTHING
    RETURNING ${columns}`)
}

/** A word's row, locked until the transaction ends; null when there is none. */
export async function lockSynonym(tx: Tx, id: string): Promise<SynonymRow | null> {
  return await tx.maybe<SynonymRow>(sql`SELECT ${columns} FROM search.synonyms WHERE id = ${id} FOR UPDATE`)
}

/** Replaces all fields. @throws a unique violation of `synonyms_word` when the word is another's */
export async function updateSynonymRow(
  tx: Tx,
  id: string,
  fields: SynonymFields,
  now: Date,
): Promise<SynonymRow> {
  return await tx.one<SynonymRow>(sql`
    UPDATE search.synonyms
    SET word = ${fields.word}, meanings = ${fields.meanings}, both_ways = ${fields.both_ways}, updated_at = ${now}
    WHERE id = ${id}
    RETURNING ${columns}`)
}

/** Removes a word and answers what it was; null when there was none. */
export async function deleteSynonymRow(tx: Tx, id: string): Promise<SynonymRow | null> {
  return await tx.maybe<SynonymRow>(sql`DELETE FROM search.synonyms WHERE id = ${id} RETURNING ${columns}`)
}
