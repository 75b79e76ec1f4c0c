import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type PinFields = { readonly question: string; readonly product_ids: readonly string[] }
export type PinRow = { id: string; question: string; product_ids: string[]; updated_at: string }

const columns = sql`id, question, product_ids, updated_at`

/** The products pinned to a question, in their order. */
export async function findPinned(db: Queryable, question: string): Promise<string[]> {
  const row = await db.maybe<{ product_ids: string[] }>(
    sql`SELECT product_ids FROM search.pins WHERE question = ${question}`,
  )
  return row?.product_ids ?? []
}

/** The products pinned to each question that has some. */
export async function findAllPins(db: Queryable): Promise<(readonly [string, readonly string[]])[]> {
  const rows = await db.many<PinFields>(sql`SELECT question, product_ids FROM search.pins`)
  return rows.map(({ question, product_ids }) => [question, product_ids] as const)
}

/** One page of the pins, by question; of those that hold a text. */
export async function findPins(
  db: Queryable,
  part: string | null,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ items: PinRow[]; total: number }> {
  const where = sql`${part}::text IS NULL OR position(${part}::text IN question) > 0`
  const items = await db.many<PinRow>(sql`
    SELECT ${columns} FROM search.pins WHERE ${where} ORDER BY question LIMIT ${limit} OFFSET ${offset}`)
  const { total } = await db.one<{ total: number }>(
    sql`SELECT count(*) AS total FROM search.pins WHERE ${where}`,
  )
  return { items, total }
}

/** Pins products to a question. Null when it has some already. */
export async function insertPin(tx: Tx, id: string, fields: PinFields, now: Date): Promise<PinRow | null> {
  return await tx.maybe<PinRow>(sql`
    INSERT INTO search.pins (id, question, product_ids, created_at, updated_at)
    VALUES (${id}, ${fields.question}, ${fields.product_ids}::uuid[], ${now}, ${now})
    ON CONFLICT (question) DO NOTHING
    RETURNING ${columns}`)
}

/** A pin, locked until the transaction ends; null when there is none. */
export async function lockPin(tx: Tx, id: string): Promise<PinRow | null> {
  return await tx.maybe<PinRow>(sql`SELECT ${columns} FROM search.pins WHERE id = ${id} FOR UPDATE`)
}

/** Replaces all fields. @throws a unique violation of `pins_question` when the question is another's */
export async function updatePinRow(tx: Tx, id: string, fields: PinFields, now: Date): Promise<PinRow> {
  return await tx.one<PinRow>(sql`
    UPDATE search.pins
    SET question = ${fields.question}, product_ids = ${fields.product_ids}::uuid[], updated_at = ${now}
    WHERE id = ${id}
    RETURNING ${columns}`)
}

/** Removes a pin and answers what it was; null when there was none. */
export async function deletePinRow(tx: Tx, id: string): Promise<PinRow | null> {
  return await tx.maybe<PinRow>(sql`DELETE FROM search.pins WHERE id = ${id} RETURNING ${columns}`)
}
