import type { z } from 'zod'
import type { Return } from '@rampart/contracts/orders/return-schemas.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { Owner } from '../../owner.ts'

type Wire = z.infer<typeof Return>

/** A return with its lines and its history, as one statement reads it. */
export type ReturnRow = {
  id: string
  number: string
  order_id: string
  order_number: string
  currency: string
  status: Wire['status']
  note: string | null
  ship_to: string | null
  refunded_minor: number | null
  created_at: string
  lines: Wire['lines']
  history: Wire['history']
}

const whole = sql`r.id, r.number, r.order_id, o.number AS order_number, o.currency, r.status, r.note, r.ship_to,
  r.created_at,
  (SELECT sum(f.amount_minor)::bigint FROM orders.refunds f WHERE f.return_id = r.id) AS refunded_minor,
  (SELECT jsonb_agg(jsonb_build_object('line_id', i.id, 'product_id', i.product_id, 'product_slug', i.product_slug,
      'product_name', i.product_name, 'sku', i.sku, 'options', i.options, 'picture', i.picture,
      'quantity', l.quantity, 'reason', l.reason,
      'inspection', CASE WHEN l.as_new IS NOT NULL THEN jsonb_build_object('as_new', l.as_new, 'damaged', l.damaged,
        'missing', l.missing, 'restock', l.restock) END) ORDER BY i.position)
    FROM orders.return_lines l JOIN orders.items i ON i.id = l.line_id WHERE l.return_id = r.id) AS lines,
  (SELECT jsonb_agg(jsonb_build_object('status', h.status, 'note', h.note, 'occurred_at',
      to_char(h.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY h.id)
    FROM orders.return_history h WHERE h.return_id = r.id) AS history`

/** The orders that an owner may see; its condition names columns of the orders alone. */
const owned = (owner: Owner): Sql => sql`EXISTS (SELECT FROM (
    SELECT id, customer_id, guest_token_hash FROM orders.orders WHERE id = r.order_id) own WHERE ${owner.condition})`

/** One return of an owner's. */
export async function findReturn(db: Queryable, id: string, owner: Owner): Promise<ReturnRow | null> {
  return db.maybe<ReturnRow>(sql`
    SELECT ${whole} FROM orders.returns r JOIN orders.orders o ON o.id = r.order_id
    WHERE r.id = ${id} AND ${owned(owner)}`)
}

/** The returns of an order that the caller may see, the newest first. */
export async function returnsOfOrder(db: Queryable, orderId: string): Promise<ReturnRow[]> {
  return db.many<ReturnRow>(sql`
    SELECT ${whole} FROM orders.returns r JOIN orders.orders o ON o.id = r.order_id
    WHERE r.order_id = ${orderId} ORDER BY r.id DESC`)
}

/** All returns of an owner's orders, the newest first. */
export async function allReturns(db: Queryable, owner: Owner): Promise<ReturnRow[]> {
  return db.many<ReturnRow>(sql`
    SELECT ${whole} FROM orders.returns r JOIN orders.orders o ON o.id = r.order_id
    WHERE ${owned(owner)} ORDER BY r.id DESC`)
}

/** The order of a return, whosever it is: what its token must open. */
export async function orderOfReturn(db: Queryable, id: string): Promise<string | null> {
  const row = await db.maybe<{ order_id: string }>(sql`SELECT order_id FROM orders.returns WHERE id = ${id}`)
  return row?.order_id ?? null
}
