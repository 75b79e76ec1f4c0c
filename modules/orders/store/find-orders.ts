import type { z } from 'zod'
import type { Order, PaymentStatus } from '@rampart/contracts/orders.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import { fromMap, join, type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { OrderStatus } from '../domain/states.ts'
import type { Owner } from '../owner.ts'

export type OrderFilter = {
  readonly status?: OrderStatus | undefined
  readonly payment_status?: z.infer<typeof PaymentStatus> | undefined
  readonly q?: string | undefined
  readonly placed_from?: string | undefined
  readonly placed_to?: string | undefined
}

export type SummaryRow = {
  id: string
  number: string
  status: OrderStatus
  payment_status: z.infer<typeof PaymentStatus>
  email: string
  full_name: string
  total_minor: number
  currency: string
  item_count: number
  sent_count: number
  arrived_count: number
  first_item_name: string
  picture: z.infer<typeof Order>['items'][number]['picture']
  placed_at: string
}

const orderBy = {
  placed_at: sql`o.placed_at, o.id`,
  '-placed_at': sql`o.placed_at DESC, o.id DESC`,
  total: sql`o.total_minor, o.id`,
  '-total': sql`o.total_minor DESC, o.id DESC`,
}

/** One page of an owner's orders. */
export async function findOrders(
  db: Queryable,
  owner: Owner,
  filter: OrderFilter,
  sort: keyof typeof orderBy,
  limit: number,
  offset: number,
): Promise<SummaryRow[]> {
  return db.many<SummaryRow>(sql`
    SELECT o.id, o.number, o.status, o.payment_status, o.email, o.full_name, o.total_minor, o.currency, o.item_count,
      o.sent_count, o.arrived_count,
      o.placed_at, i.product_name AS first_item_name, i.picture
    FROM orders.orders o JOIN orders.items i ON i.order_id = o.id AND i.position = 0
    WHERE ${owner.condition} AND ${conditions(filter)}
    ORDER BY ${fromMap(orderBy, sort)} LIMIT ${limit} OFFSET ${offset}`)
}

export async function countOrders(db: Queryable, owner: Owner, filter: OrderFilter): Promise<number> {
  const { total } = await db.one<{ total: number }>(sql`
    SELECT count(*) AS total FROM orders.orders o WHERE ${owner.condition} AND ${conditions(filter)}`)
  return total
}

function conditions(filter: OrderFilter): Sql {
  const parts = [sql`true`]
  if (filter.status !== undefined) parts.push(sql`o.status = ${filter.status}`)
  if (filter.payment_status !== undefined) parts.push(sql`o.payment_status = ${filter.payment_status}`)
  if (filter.placed_from !== undefined) parts.push(sql`o.placed_at >= ${filter.placed_from}::date`)
  if (filter.placed_to !== undefined) parts.push(sql`o.placed_at < ${filter.placed_to}::date + 1`)
  if (filter.q !== undefined && filter.q !== '') {
    const pattern = `%${filter.q.replaceAll(/[\\%_]/g, '\\$&')}%`
    parts.push(sql`(o.number = ${filter.q} OR o.email ILIKE ${pattern} OR o.full_name ILIKE ${pattern})`)
  }
  return join(parts, sql` AND `)
}
