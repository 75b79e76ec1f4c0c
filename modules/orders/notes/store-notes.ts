import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type NoteRow = {
  id: string
  body: string
  author_id: string
  author_role: string
  created_at: string
}

const MOST = 500
const columns = sql`id, body, author_id, author_role, created_at`

/** The notes of an order, oldest first. */
export async function notesOf(q: Queryable, orderId: string): Promise<NoteRow[]> {
  return q.many<NoteRow>(sql`SELECT ${columns} FROM orders.notes WHERE order_id = ${orderId} ORDER BY id`)
}

type NewNote = Omit<NoteRow, 'created_at'> & { readonly order_id: string; readonly now: Date }

/** Writes a note; answers instead that there is no such order, or that it has too many. */
export async function insertNote(tx: Tx, note: NewNote): Promise<NoteRow | 'unknown' | 'full'> {
  const order = await tx.maybe(sql`SELECT id FROM orders.orders WHERE id = ${note.order_id} FOR UPDATE`)
  if (order === null) return 'unknown'
  const row = await tx.maybe<NoteRow>(sql`
    INSERT INTO orders.notes (id, order_id, body, author_id, author_role, created_at)
    SELECT ${note.id}, ${note.order_id}, ${note.body}, ${note.author_id}, ${note.author_role}, ${note.now}::timestamptz
    WHERE (SELECT count(*) FROM orders.notes WHERE order_id = ${note.order_id}) < ${MOST}
    RETURNING ${columns}`)
  return row ?? 'full'
}
