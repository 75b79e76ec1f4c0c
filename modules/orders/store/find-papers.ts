import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { PaperOrder } from '../domain/papers.ts'
import { isSaleOf } from './find-sales.ts'

/** Orders that were paid, as the warehouse needs them; a seller's own lines and parcels alone where one asks. */
export async function findPapers(
  db: Queryable,
  ids: readonly string[],
  seller: string | null,
): Promise<PaperOrder[]> {
  const mine = seller === null ? sql`true` : sql`s.seller_id = ${seller}`
  return db.many<PaperOrder>(sql`
    SELECT o.id, o.number, o.placed_at, o.shipping_address - 'phone' AS shipping_address,
      o.shipping_method ->> 'name' AS method, ${seller === null ? sql`o.note` : sql`NULL`} AS note,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('position', i.position, 'name', i.product_name,
           'options', i.options, 'sku', i.sku, 'quantity', i.quantity) ORDER BY i.position), '[]')
         FROM orders.items i LEFT JOIN orders.seller_lines s ON s.order_id = i.order_id AND s.position = i.position
         WHERE i.order_id = o.id AND ${mine}) AS lines,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', s.number, 'state', s.state,
           'lines', (SELECT jsonb_agg(jsonb_build_object('position', l.position, 'quantity', l.quantity)
             ORDER BY l.position) FROM orders.shipment_lines l WHERE l.shipment_id = s.id)) ORDER BY s.number), '[]')
         FROM orders.shipments s WHERE s.order_id = o.id AND ${mine}) AS shipments
    FROM orders.orders o
    WHERE o.id = ANY(${ids}::uuid[]) AND o.status IN ('paid', 'processing', 'shipped', 'delivered')
      AND ${seller === null ? sql`true` : isSaleOf(seller)}
    ORDER BY o.placed_at, o.id`)
}
