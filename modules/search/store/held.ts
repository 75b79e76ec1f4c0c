import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { live } from './live.ts'
import { lastChange } from './standing.ts'
import type { Slot } from './state.ts'

/** Which index answers, and what changed it last. */
export type IndexMark = { readonly slot: Slot; readonly standing: string }

export async function findMark(db: Queryable): Promise<IndexMark> {
  return await db.one<IndexMark>(sql`SELECT live AS slot, ${lastChange} AS standing FROM search.state`)
}

/** The numbers of all documents, with the mark of the moment that they were read at. */
export async function findNumbers(db: Queryable): Promise<IndexMark & { numbers: number[] }> {
  const row = await db.one<IndexMark & { numbers: string | null }>(sql`
    SELECT live AS slot, ${lastChange} AS standing,
      (SELECT string_agg(doc_no::text, ',') FROM search.documents WHERE slot = ${live}) AS numbers
    FROM search.state`)
  return { ...row, numbers: JSON.parse(`[${row.numbers ?? ''}]`) as number[] }
}

/** How much there is to hold. */
export type IndexSize = { readonly documents: number; readonly attributes: number; readonly words: number }

export async function findSize(db: Queryable): Promise<IndexSize> {
  return await db.one<IndexSize>(sql`
    SELECT (SELECT count(*) FROM search.documents WHERE slot = ${live}) AS documents,
      (SELECT count(*) FROM search.attributes WHERE slot = ${live}) AS attributes,
      (SELECT count(*) FROM search.terms WHERE slot = ${live}) AS words`)
}

export type StoredFacts = {
  readonly doc_no: number
  readonly product_id: string
  readonly brand: string | null
  readonly price_minor: number
  readonly in_stock: boolean
  readonly rating_average: number | null
  readonly categories: readonly string[]
  readonly nouns: readonly string[]
  /** Key, text and number of each. */
  readonly attributes: readonly (readonly [string, string, number | null])[] | null
}

/** What is kept of these documents; those that were taken out are left out. */
export async function findFacts(
  db: Queryable,
  slot: Slot,
  numbers: readonly number[],
): Promise<StoredFacts[]> {
  return await db.many<StoredFacts>(sql`
    SELECT d.doc_no, d.product_id, d.brand, d.price_minor, d.in_stock, d.rating_average,
      to_json(d.categories) AS categories, to_json(d.nouns) AS nouns,
      (SELECT json_agg(json_build_array(a.key, a.text_value, a.number_value)) FROM search.attributes AS a
        WHERE a.slot = ${slot} AND a.doc_no = d.doc_no) AS attributes
    FROM search.documents AS d WHERE d.slot = ${slot} AND d.doc_no = ANY(${numbers}::integer[])`)
}

/** The postings of these words, 12 bytes each: number of the document, best and blend. Words nobody knows are left out. */
export async function findPostingLists(
  db: Queryable,
  slot: Slot,
  words: readonly string[],
): Promise<{ term: string; packed: Buffer | null }[]> {
  return await db.many<{ term: string; packed: Buffer | null }>(sql`
    SELECT t.term, (
      SELECT string_agg(int4send(p.doc_no) || float4send(p.best) || float4send(p.blend), ''::bytea)
      FROM search.postings AS p WHERE p.slot = ${slot} AND p.term_id = t.id) AS packed
    FROM search.terms AS t WHERE t.slot = ${slot} AND t.term = ANY(${words}::text[])`)
}

/** All words, with the documents that each stood in when the index was built. */
export async function findWords(db: Queryable, slot: Slot): Promise<(readonly [string, number])[]> {
  const rows = await db.many<{ term: string; documents: number }>(
    sql`SELECT term, documents FROM search.terms WHERE slot = ${slot}`,
  )
  return rows.map(({ term, documents }) => [term, documents] as const)
}

export type StoredPosting = {
  readonly term: string
  readonly doc_no: number
  readonly best: number
  readonly blend: number
}

/** The postings of these documents. */
export async function findPostingsOf(
  db: Queryable,
  slot: Slot,
  numbers: readonly number[],
): Promise<StoredPosting[]> {
  return await db.many<StoredPosting>(sql`
    SELECT t.term, p.doc_no, p.best, p.blend
    FROM search.postings AS p JOIN search.terms AS t ON t.slot = ${slot} AND t.id = p.term_id
    WHERE p.slot = ${slot} AND p.doc_no = ANY(${numbers}::integer[])`)
}

/** The texts of these documents that phrases are looked for in. */
export async function findPhraseTexts(
  db: Queryable,
  slot: Slot,
  numbers: readonly number[],
): Promise<{ doc_no: number; phrases: string }[]> {
  return await db.many<{ doc_no: number; phrases: string }>(sql`
    SELECT doc_no, phrases FROM search.documents
    WHERE slot = ${slot} AND doc_no = ANY(${numbers}::integer[])`)
}

/** All phrases by where they start, those that are offered first in front; null where there are more than `max`. */
export async function findPhraseStarts(
  db: Queryable,
  slot: Slot,
  max: number,
): Promise<(readonly [string, string])[] | null> {
  const rows = await db.many<{ start: string; phrase: string }>(sql`
    SELECT start, phrase FROM search.phrases WHERE slot = ${slot}
    ORDER BY documents DESC, phrase LIMIT ${max + 1}`)
  return rows.length > max ? null : rows.map(({ start, phrase }) => [start, phrase] as const)
}

/** What attributes are called. */
export async function findAttributeNames(
  db: Queryable,
  keys: readonly string[],
): Promise<Record<string, string>> {
  const row = await db.one<{ names: Record<string, string> | null }>(sql`
    SELECT json_object_agg(key, name) AS names FROM search.attribute_names WHERE key = ANY(${keys}::text[])`)
  return row.names ?? {}
}
