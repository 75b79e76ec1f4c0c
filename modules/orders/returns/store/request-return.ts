import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { Owner } from '../../owner.ts'

/** An order as far as returns of it go. */
export type Delivered = { readonly id: string; readonly delivered_at: string | null }

const delivered = sql`o.id, (SELECT max(h.occurred_at) FROM orders.history h
    WHERE h.order_id = o.id AND h.status = 'delivered' AND o.status = 'delivered') AS delivered_at`

/** One order of an owner's. */
export async function findDelivered(q: Queryable, id: string, owner: Owner): Promise<Delivered | null> {
  return q.maybe<Delivered>(
    sql`SELECT ${delivered} FROM orders.orders o WHERE o.id = ${id} AND ${owner.condition}`,
  )
}

/** As `findDelivered`; returns of the order happen one after the other from here to the end of the transaction. */
export async function lockDelivered(tx: Tx, id: string, owner: Owner): Promise<Delivered | null> {
  const locked = await tx.maybe(
    sql`SELECT id FROM orders.orders o WHERE o.id = ${id} AND ${owner.condition} FOR UPDATE`,
  )
  return locked === null ? null : findDelivered(tx, id, owner)
}

/**
 * Pieces of each line that can be sent back: what was delivered less what other returns have. A return that was refused,
 * taken back or closed before anything came has none, and a piece that was missing in its parcel is still with the buyer.
 */
const left: Sql = sql`
  SELECT i.id AS line_id, i.quantity - coalesce((
    SELECT sum(l.quantity - coalesce(l.missing, 0)) FROM orders.return_lines l JOIN orders.returns r ON r.id = l.return_id
    WHERE l.line_id = i.id AND r.status NOT IN ('rejected', 'cancelled')
      AND NOT (r.status = 'closed' AND r.received_at IS NULL)), 0) AS quantity, i.order_id, i.position
  FROM orders.items i`

/** What of an order can still be sent back, by line; lines of which nothing can are left out. */
export async function piecesLeft(
  q: Queryable,
  orderId: string,
): Promise<{ line_id: string; quantity: number }[]> {
  return q.many(sql`
    SELECT line_id, quantity FROM (${left} WHERE i.order_id = ${orderId}) lines WHERE quantity > 0 ORDER BY position`)
}

type Line = { readonly line_id: string; readonly quantity: number; readonly reason: string }

/**
 * Writes a return unless it has a line of which not that many pieces are left; false then. Under the order's lock, in a
 * statement of its own: it has to see what those before it have written.
 */
export async function insertReturn(
  tx: Tx,
  request: {
    readonly id: string
    readonly order_id: string
    readonly lines: readonly Line[]
    readonly note: string | null
    readonly actor_id: string | null
    readonly now: Date
  },
): Promise<boolean> {
  const rows = await tx.run(sql`
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(request.lines)}::jsonb)
        AS w (line_id uuid, quantity int, reason text)
    ), there AS (${left} WHERE i.order_id = ${request.order_id}
    ), begun AS (
      INSERT INTO orders.returns (id, order_id, note, created_at, updated_at)
      SELECT ${request.id}, ${request.order_id}, ${request.note}, ${request.now}::timestamptz, ${request.now}::timestamptz
      WHERE NOT EXISTS (SELECT FROM wanted w LEFT JOIN there t USING (line_id)
        WHERE t.quantity IS NULL OR w.quantity > t.quantity)
      RETURNING id
    ), lines AS (
      INSERT INTO orders.return_lines (return_id, line_id, quantity, reason)
      SELECT begun.id, w.line_id, w.quantity, w.reason FROM begun, wanted w
    )
    INSERT INTO orders.return_history (id, return_id, status, actor_id, occurred_at)
    SELECT ${newId()}, begun.id, 'requested', ${request.actor_id}, ${request.now}::timestamptz FROM begun`)
  return rows === 1
}

/** Which of these lines are of the order. */
export async function linesOfOrder(
  q: Queryable,
  orderId: string,
  lineIds: readonly string[],
): Promise<string[]> {
  const rows = await q.many<{ id: string }>(
    sql`SELECT id FROM orders.items WHERE order_id = ${orderId} AND id = ANY(${lineIds}::uuid[])`,
  )
  return rows.map(({ id }) => id)
}
