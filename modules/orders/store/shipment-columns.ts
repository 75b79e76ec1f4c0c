import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { ShipmentState } from '../domain/fulfilment.ts'

/** A shipment as it is stored, with what it holds. */
export type ShipmentRow = {
  id: string
  number: number
  state: ShipmentState
  carrier: string | null
  tracking_number: string | null
  tracking_url: string | null
  packed_at: string
  shipped_at: string | null
  delivered_at: string | null
  lines: { item_id: string; quantity: number }[]
}

const moment = (column: Sql): Sql =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The shipments of an order `o`, in the order they were packed; null where it has none. */
export function shipmentsOfOrder(seller: string | null): Sql {
  return sql`CASE WHEN o.shipment_count > 0 THEN (
      SELECT jsonb_agg(jsonb_build_object('id', p.id, 'number', p.number, 'state', p.state, 'carrier', p.carrier,
        'tracking_number', p.tracking_number, 'tracking_url', p.tracking_url, 'packed_at', ${moment(sql`p.packed_at`)},
        'shipped_at', ${moment(sql`p.shipped_at`)}, 'delivered_at', ${moment(sql`p.delivered_at`)},
        'lines', (SELECT jsonb_agg(jsonb_build_object('item_id', i.id, 'quantity', l.quantity) ORDER BY l.position)
          FROM orders.shipment_lines l JOIN orders.items i ON i.order_id = l.order_id AND i.position = l.position
          WHERE l.shipment_id = p.id)) ORDER BY p.number)
      FROM orders.shipments p
      WHERE p.order_id = o.id AND ${seller === null ? sql`true` : sql`p.seller_id = ${seller}`}
    ) END`
}
