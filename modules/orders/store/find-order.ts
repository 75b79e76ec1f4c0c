import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Owner } from '../owner.ts'
import { refundColumns } from '../refunds/refund-columns.ts'
import { documentsOfOrder } from './documents.ts'
import { itemColumns } from './item-columns.ts'
import type { OrderRow } from './order-row.ts'
import { shipmentsOfOrder } from './shipment-columns.ts'

const whole = sql`o.*, ${shipmentsOfOrder(null)} AS shipments, ${documentsOfOrder} AS documents,
      (SELECT jsonb_agg(${itemColumns} ORDER BY i.position)
         FROM orders.items i WHERE i.order_id = o.id) AS items,
      (SELECT jsonb_agg(jsonb_build_object('status', h.status, 'note', h.note, 'occurred_at',
           to_char(h.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY h.id)
         FROM orders.history h WHERE h.order_id = o.id) AS history,
      ${refundColumns}`

/** One order with all that belongs to it, if it is the owner's. */
export async function findOrder(db: Queryable, id: string, owner: Owner): Promise<OrderRow | null> {
  return db.maybe<OrderRow>(
    sql`SELECT ${whole} FROM orders.orders o WHERE o.id = ${id} AND ${owner.condition}`,
  )
}

/** All orders of an owner with all that belongs to them, newest first. */
export async function findAllOrders(db: Queryable, owner: Owner): Promise<OrderRow[]> {
  return db.many<OrderRow>(sql`
    SELECT ${whole} FROM orders.orders o WHERE ${owner.condition} ORDER BY o.placed_at DESC, o.id DESC`)
}
