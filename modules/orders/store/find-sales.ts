import type { z } from 'zod'
import type { Order } from '@rampart/contracts/orders.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import { fromMap, join, type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { OrderStatus } from '../domain/states.ts'

export type SaleFilter = {
  readonly status?: OrderStatus | undefined
  readonly q?: string | undefined
  readonly placed_from?: string | undefined
  readonly placed_to?: string | undefined
}

export type SaleSummaryRow = {
  id: string
  number: string
  status: OrderStatus
  currency: string
  total_minor: number
  item_count: number
  first_item_name: string
  picture: z.infer<typeof Order>['items'][number]['picture']
  placed_at: string
}

const orderBy = { placed_at: sql`o.placed_at, o.id`, '-placed_at': sql`o.placed_at DESC, o.id DESC` }

/** One page of the orders in which a seller has sold something, with figures of their own lines alone. */
export async function findSales(
  db: Queryable,
  sellerId: string,
  filter: SaleFilter,
  sort: keyof typeof orderBy,
  { limit, offset }: { limit: number; offset: number },
): Promise<SaleSummaryRow[]> {
  return db.many<SaleSummaryRow>(sql`
    SELECT o.id, o.number, o.status, o.currency, o.placed_at, own.total_minor, own.item_count, own.first_item_name, own.picture
    FROM orders.orders o CROSS JOIN LATERAL (
      SELECT sum(i.unit_price_minor * i.quantity)::bigint AS total_minor, sum(i.quantity)::int AS item_count,
        (array_agg(i.product_name ORDER BY i.position))[1] AS first_item_name,
        (array_agg(i.picture ORDER BY i.position))[1] AS picture
      FROM orders.items i JOIN orders.seller_lines s ON s.order_id = i.order_id AND s.position = i.position
      WHERE i.order_id = o.id AND s.seller_id = ${sellerId}
    ) own
    WHERE ${isSaleOf(sellerId)} AND ${conditions(sellerId, filter)}
    ORDER BY ${fromMap(orderBy, sort)} LIMIT ${limit} OFFSET ${offset}`)
}

/** How many there are in all. */
export async function countSales(db: Queryable, sellerId: string, filter: SaleFilter): Promise<number> {
  const { total } = await db.one<{ total: number }>(sql`
    SELECT count(*) AS total FROM orders.orders o
    WHERE ${isSaleOf(sellerId)} AND ${conditions(sellerId, filter)}`)
  return total
}

/**
 * That an order `o` holds lines of a seller and was paid. Until then there is nothing to send; an order that was given
 * up before tells a seller of a buyer with whom they never had to do.
 */
export function isSaleOf(sellerId: string): Sql {
  return sql`o.id IN (SELECT order_id FROM orders.seller_lines WHERE seller_id = ${sellerId})
    AND o.payment_status IN ('captured', 'partially_refunded', 'refunded')`
}

// What is searched are the seller's own lines; the rest of the order must not be guessed at by looking for it.
function conditions(sellerId: string, filter: SaleFilter): Sql {
  const parts = [sql`true`]
  if (filter.status !== undefined) parts.push(sql`o.status = ${filter.status}`)
  if (filter.placed_from !== undefined) parts.push(sql`o.placed_at >= ${filter.placed_from}::date`)
  if (filter.placed_to !== undefined) parts.push(sql`o.placed_at < ${filter.placed_to}::date + 1`)
  if (filter.q !== undefined && filter.q !== '') {
    const pattern = `%${filter.q.replaceAll(/[\\%_]/g, '\\$&')}%`
    parts.push(sql`(o.number = ${filter.q} OR EXISTS (
      SELECT FROM orders.items i JOIN orders.seller_lines s ON s.order_id = i.order_id AND s.position = i.position
      WHERE i.order_id = o.id AND s.seller_id = ${sellerId}
        AND (i.product_name ILIKE ${pattern} OR i.sku ILIKE ${pattern})))`)
  }
  return join(parts, sql` AND `)
}
