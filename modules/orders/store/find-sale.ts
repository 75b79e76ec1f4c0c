import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { isSaleOf } from './find-sales.ts'
import { itemColumns } from './item-columns.ts'
import type { OrderRow } from './order-row.ts'
import { shipmentsOfOrder } from './shipment-columns.ts'

/** What a seller has to know of an order: their lines, and nothing about the buyer but where they go. */
export type SaleRow = Pick<
  OrderRow,
  | 'id'
  | 'number'
  | 'status'
  | 'currency'
  | 'shipping_method'
  | 'shipping_address'
  | 'carrier'
  | 'tracking_number'
  | 'tracking_url'
  | 'placed_at'
  | 'items'
  | 'shipments'
> & { history: Pick<OrderRow['history'][number], 'status' | 'occurred_at'>[] }

/** The seller's part of one order; null when they have none in it. */
export async function findSale(db: Queryable, id: string, sellerId: string): Promise<SaleRow | null> {
  return db.maybe<SaleRow>(sql`
    SELECT o.id, o.number, o.status, o.currency, o.shipping_method, o.shipping_address, o.carrier, o.tracking_number,
      o.tracking_url, o.placed_at, ${shipmentsOfOrder(sellerId)} AS shipments,
      (SELECT jsonb_agg(${itemColumns} ORDER BY i.position)
         FROM orders.items i JOIN orders.seller_lines s ON s.order_id = i.order_id AND s.position = i.position
         WHERE i.order_id = o.id AND s.seller_id = ${sellerId}) AS items,
      (SELECT jsonb_agg(jsonb_build_object('status', h.status, 'occurred_at',
           to_char(h.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY h.id)
         FROM orders.history h WHERE h.order_id = o.id) AS history
    FROM orders.orders o
    WHERE o.id = ${id} AND ${isSaleOf(sellerId)}`)
}
