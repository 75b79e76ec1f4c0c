import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { IndexDocument } from '../domain/index-document.ts'
import { phraseText } from '../domain/index-fields.ts'
import { nounsOf } from '../domain/title.ts'
import type { Slot } from './state.ts'

/** Adds documents with what filters read of them; answers their numbers by product. */
export async function insertDocuments(
  db: Queryable,
  slot: Slot,
  documents: readonly IndexDocument[],
): Promise<Map<string, number>> {
  if (documents.length === 0) return new Map()
  const rows = await db.many<{ product_id: string; doc_no: number }>(sql`
    INSERT INTO search.documents (slot, product_id, brand, price_minor, in_stock, rating_count, rating_average,
      sort_name, categories, nouns, phrases)
    SELECT ${slot}, product_id, brand, price_minor, in_stock, rating_count, rating_average, sort_name,
      ARRAY(SELECT json_array_elements_text(categories)), ARRAY(SELECT json_array_elements_text(nouns)), phrases
    FROM json_to_recordset(${JSON.stringify(documents.map(documentRecord))}::json) AS r (product_id uuid, brand text,
      price_minor bigint, in_stock boolean, rating_count integer, rating_average real, sort_name text, categories json,
      nouns json, phrases text)
    RETURNING product_id, doc_no`)
  const numbers = new Map(rows.map((row) => [row.product_id, row.doc_no]))
  const attributes = documents.flatMap(({ product_id, filters }) =>
    filters.map((filter) => ({ doc_no: numbers.get(product_id), ...filter })),
  )
  await db.run(sql`
    INSERT INTO search.attributes (slot, doc_no, key, text_value, number_value)
    SELECT ${slot}, doc_no, key, text_value, number_value
    FROM json_to_recordset(${JSON.stringify(attributes)}::json)
      AS r (doc_no integer, key text, text_value text, number_value double precision)`)
  await writeAttributeNames(db, documents)
  return numbers
}

function documentRecord(document: IndexDocument) {
  const { product_id, brand, price_minor, in_stock, rating_count, rating_average, sort_name } = document
  return {
    ...{ product_id, brand, price_minor, in_stock, rating_count, rating_average, sort_name },
    categories: document.categories.flatMap(({ id, slug }) => [id, slug]),
    nouns: nounsOf(document.name),
    phrases: phraseText(document),
  }
}

async function writeAttributeNames(db: Queryable, documents: readonly IndexDocument[]): Promise<void> {
  const names = new Map(
    documents.flatMap(({ attributes }) => attributes.map(({ key, name }) => [key, name] as const)),
  )
  const keys = [...names.keys()].sort()
  await db.run(sql`
    INSERT INTO search.attribute_names (key, name)
    SELECT * FROM unnest(${keys}::text[], ${keys.map((key) => names.get(key))}::text[])
    ON CONFLICT (key) DO NOTHING`)
}

/** Takes products out of a slot; answers the numbers of the words that stood in them. */
export async function deleteDocuments(tx: Tx, slot: Slot, productIds: readonly string[]): Promise<number[]> {
  const rows = await tx.many<{ doc_no: number }>(sql`
    DELETE FROM search.documents WHERE slot = ${slot} AND product_id = ANY(${productIds}::uuid[])
    RETURNING doc_no`)
  if (rows.length === 0) return []
  const numbers = rows.map((row) => row.doc_no)
  await tx.run(
    sql`DELETE FROM search.attributes WHERE slot = ${slot} AND doc_no = ANY(${numbers}::integer[])`,
  )
  const words = await tx.many<{ term_id: number }>(sql`
    WITH gone AS (
      DELETE FROM search.postings WHERE slot = ${slot} AND doc_no = ANY(${numbers}::integer[]) RETURNING term_id)
    SELECT DISTINCT term_id FROM gone`)
  return words.map((row) => row.term_id)
}

export type Posting = {
  readonly term_id: number
  readonly doc_no: number
  readonly best: number
  readonly blend: number
}

/** Adds what words say about documents. */
export async function insertPostings(db: Queryable, slot: Slot, postings: readonly Posting[]): Promise<void> {
  if (postings.length === 0) return
  await db.run(sql`
    INSERT INTO search.postings (slot, term_id, doc_no, best, blend)
    SELECT ${slot}, * FROM unnest(${postings.map((row) => row.term_id)}::integer[],
      ${postings.map((row) => row.doc_no)}::integer[], ${postings.map((row) => row.best)}::real[],
      ${postings.map((row) => row.blend)}::real[])`)
}
