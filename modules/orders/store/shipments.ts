import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { empty, type Sql, sql } from '@rampart/platform/db/sql.ts'
import { type ShipmentState, shipmentSources, shippableStatuses } from '../domain/fulfilment.ts'
import type { OrderStatus } from '../domain/states.ts'
import { isSaleOf } from './find-sales.ts'

export type Tracking = {
  readonly carrier?: string | null | undefined
  readonly tracking_number?: string | null | undefined
  readonly tracking_url?: string | null | undefined
}

/** Some pieces of a line. */
export type Wanted = { readonly item_id: string; readonly quantity: number }

type Pieces = { readonly position: number; readonly quantity: number; readonly seller_id: string | null }

/** The status of an order, which nobody else changes from here on; null when it is not there for the seller who asks. */
export async function lockOrder(tx: Tx, id: string, seller: string | null): Promise<OrderStatus | null> {
  const row = await tx.maybe<{ status: OrderStatus }>(
    sql`SELECT o.status FROM orders.orders o WHERE o.id = ${id} AND ${visibleTo(seller)} FOR UPDATE`,
  )
  return row?.status ?? null
}

/** How many of the named lines are in an order, and the seller's where a seller asks. */
export async function countLines(
  tx: Tx,
  orderId: string,
  seller: string | null,
  items: readonly string[],
): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    SELECT count(*) AS count FROM orders.items i ${sellerOfLine}
    WHERE i.order_id = ${orderId} AND i.id = ANY(${items}::uuid[]) AND ${ofSeller(seller)}`)
  return count
}

/**
 * Takes pieces of an order for a shipment: the named ones, or all that are left. No piece is taken twice: of a line never
 * more than were sold, guarded by the statement itself. Null, and nothing is to be kept, when not all of them are left.
 */
export async function allotPieces(
  tx: Tx,
  orderId: string,
  seller: string | null,
  wanted: readonly Wanted[] | null,
): Promise<Pieces[] | null> {
  const { asked, rows } = await tx.one<{ asked: number; rows: Pieces[] | null }>(sql`
    WITH asked AS (
      SELECT i.order_id, i.position, s.seller_id,
        coalesce(w.quantity, i.quantity - coalesce(a.quantity, 0)) AS quantity
      FROM orders.orders o JOIN orders.items i ON i.order_id = o.id ${sellerOfLine}
        LEFT JOIN orders.allotted_lines a ON a.order_id = i.order_id AND a.position = i.position
        LEFT JOIN jsonb_to_recordset(${JSON.stringify(wanted ?? [])}::jsonb) AS w (item_id uuid, quantity int)
          ON w.item_id = i.id
      WHERE o.id = ${orderId} AND o.status = ANY(${shippableStatuses}::text[]) AND ${ofSeller(seller)}
        AND ${wanted === null ? sql`true` : sql`w.item_id IS NOT NULL`}
    ), taken AS (
      INSERT INTO orders.allotted_lines AS a (order_id, position, quantity)
      SELECT asked.order_id, asked.position, asked.quantity FROM asked JOIN orders.items i USING (order_id, position)
      WHERE asked.quantity > 0 AND asked.quantity <= i.quantity ORDER BY asked.position
      ON CONFLICT (order_id, position) DO UPDATE SET quantity = a.quantity + excluded.quantity
      WHERE a.quantity + excluded.quantity
        <= (SELECT i.quantity FROM orders.items i WHERE i.order_id = a.order_id AND i.position = a.position)
      RETURNING a.position
    )
    SELECT (SELECT count(*)::int FROM asked WHERE quantity > 0) AS asked,
      (SELECT jsonb_agg(jsonb_build_object('position', position, 'quantity', asked.quantity, 'seller_id', asked.seller_id)
         ORDER BY position) FROM asked JOIN taken USING (position)) AS rows`)
  return rows !== null && rows.length === asked ? rows : null
}

/** Writes packed shipments of pieces that were taken, one for each seller. Answers their ids. */
export async function insertShipments(
  tx: Tx,
  orderId: string,
  pieces: readonly Pieces[],
  tracking: Tracking,
): Promise<string[]> {
  const sellers = [...new Set(pieces.map(({ seller_id }) => seller_id))]
  const ids: string[] = []
  for (const seller of sellers) {
    const lines = pieces.filter(({ seller_id }) => seller_id === seller)
    const id = newId()
    ids.push(id)
    await tx.run(sql`
      WITH counted AS (
        UPDATE orders.orders SET shipment_count = shipment_count + 1, updated_at = now(),
          packed_count = packed_count + ${lines.reduce((sum, { quantity }) => sum + quantity, 0)}
        WHERE id = ${orderId} RETURNING id, shipment_count
      ), packed AS (
        INSERT INTO orders.shipments (id, order_id, number, seller_id, carrier, tracking_number, tracking_url)
        SELECT ${id}, counted.id, counted.shipment_count, ${seller}, ${tracking.carrier ?? null},
          ${tracking.tracking_number ?? null}, ${tracking.tracking_url ?? null} FROM counted
        RETURNING id, order_id
      )
      INSERT INTO orders.shipment_lines (shipment_id, order_id, position, quantity)
      SELECT packed.id, packed.order_id, l.position, l.quantity
      FROM packed, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS l (position int, quantity int)`)
  }
  return ids
}

export type Moved = { readonly id: string; readonly pieces: number }

/** Takes shipments a step further, those of them that stand where it begins; `ids` null: all that do. */
export async function moveShipments(
  tx: Tx,
  orderId: string,
  { ids, seller, to }: { ids: readonly string[] | null; seller: string | null; to: ShipmentState },
  tracking: Tracking = {},
): Promise<Moved[]> {
  const among = ids === null ? empty : sql`AND s.id = ANY(${ids}::uuid[])`
  const moved = await tx.many<Moved>(sql`
    UPDATE orders.shipments s SET state = ${to},
      shipped_at = CASE WHEN ${to} = 'shipped' THEN now() ELSE s.shipped_at END,
      delivered_at = CASE WHEN ${to} = 'delivered' THEN now() ELSE s.delivered_at END,
      carrier = coalesce(${tracking.carrier ?? null}, s.carrier),
      tracking_number = coalesce(${tracking.tracking_number ?? null}, s.tracking_number),
      tracking_url = coalesce(${tracking.tracking_url ?? null}, s.tracking_url)
    WHERE s.order_id = ${orderId} AND s.state = ANY(${shipmentSources[to]}::text[]) ${among} AND ${ofSeller(seller)}
    RETURNING s.id, (SELECT sum(l.quantity)::int FROM orders.shipment_lines l WHERE l.shipment_id = s.id) AS pieces`)
  const pieces = moved.reduce((sum, shipment) => sum + shipment.pieces, 0)
  if (pieces > 0) await countPieces(tx, orderId, to, pieces)
  if (to === 'cancelled') await giveBack(tx, moved)
  return moved
}

async function countPieces(tx: Tx, orderId: string, to: ShipmentState, pieces: number): Promise<void> {
  await tx.run(sql`
    UPDATE orders.orders SET updated_at = now(),
      packed_count = packed_count - ${to === 'cancelled' ? pieces : 0},
      sent_count = sent_count + ${to === 'shipped' ? pieces : 0},
      arrived_count = arrived_count + ${to === 'delivered' ? pieces : 0}
    WHERE id = ${orderId}`)
}

async function giveBack(tx: Tx, moved: readonly Moved[]): Promise<void> {
  await tx.run(sql`
    UPDATE orders.allotted_lines a SET quantity = a.quantity - l.quantity
    FROM (SELECT order_id, position, sum(quantity)::int AS quantity FROM orders.shipment_lines
      WHERE shipment_id = ANY(${moved.map(({ id }) => id)}::uuid[]) GROUP BY order_id, position) l
    WHERE a.order_id = l.order_id AND a.position = l.position`)
}

/** Replaces the named ones of carrier, number and link of a shipment that stands. Null when there is none. */
export async function correctTracking(
  tx: Tx,
  orderId: string,
  id: string,
  seller: string | null,
  { carrier, tracking_number: number, tracking_url: url }: Tracking,
): Promise<{ readonly state: ShipmentState } | null> {
  return tx.maybe<{ state: ShipmentState }>(sql`
    UPDATE orders.shipments s SET
      carrier = CASE WHEN ${carrier !== undefined} THEN ${carrier ?? null} ELSE s.carrier END,
      tracking_number = CASE WHEN ${number !== undefined} THEN ${number ?? null} ELSE s.tracking_number END,
      tracking_url = CASE WHEN ${url !== undefined} THEN ${url ?? null} ELSE s.tracking_url END
    WHERE s.id = ${id} AND s.order_id = ${orderId} AND s.state <> 'cancelled' AND ${ofSeller(seller)}
    RETURNING s.state`)
}

/** Whether a shipment is there for who asks. */
export async function hasShipment(
  tx: Tx,
  orderId: string,
  id: string,
  seller: string | null,
): Promise<boolean> {
  const row = await tx.maybe(
    sql`SELECT s.id FROM orders.shipments s WHERE s.id = ${id} AND s.order_id = ${orderId} AND ${ofSeller(seller)}`,
  )
  return row !== null
}

/** Whether all pieces of an order have been sent, and whether all are there. */
export async function wholeness(
  tx: Tx,
  orderId: string,
): Promise<{ readonly all_sent: boolean; readonly all_there: boolean }> {
  return tx.one(sql`
    SELECT sent_count = item_count AS all_sent, arrived_count = item_count AS all_there
    FROM orders.orders WHERE id = ${orderId}`)
}

const sellerOfLine = sql`LEFT JOIN orders.seller_lines s ON s.order_id = i.order_id AND s.position = i.position`

const ofSeller = (seller: string | null): Sql => (seller === null ? sql`true` : sql`s.seller_id = ${seller}`)

const visibleTo = (seller: string | null): Sql => (seller === null ? sql`true` : isSaleOf(seller))
