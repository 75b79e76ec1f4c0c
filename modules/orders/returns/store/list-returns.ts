import type { z } from 'zod'
import type { ReturnSummary } from '@rampart/contracts/orders/return-schemas.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import { join, type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { Owner } from '../../owner.ts'

export type ReturnFilter = { readonly status?: string | undefined; readonly q?: string | undefined }

/** One page of the returns of an owner's orders, newest first. */
export async function findReturns(
  db: Queryable,
  owner: Owner,
  filter: ReturnFilter,
  limit: number,
  offset: number,
): Promise<z.infer<typeof ReturnSummary>[]> {
  return db.many(sql`
    SELECT r.id, r.number, r.order_id, o.number AS order_number, r.status, o.email, o.full_name, r.created_at,
      (SELECT sum(l.quantity)::int FROM orders.return_lines l WHERE l.return_id = r.id) AS piece_count,
      first.product_name AS first_item_name, first.picture
    FROM ${matching(owner, filter)}
    CROSS JOIN LATERAL (
      SELECT i.product_name, i.picture FROM orders.return_lines l JOIN orders.items i ON i.id = l.line_id
      WHERE l.return_id = r.id ORDER BY i.position LIMIT 1
    ) first
    ORDER BY r.created_at DESC, r.id DESC LIMIT ${limit} OFFSET ${offset}`)
}

export async function countReturns(db: Queryable, owner: Owner, filter: ReturnFilter): Promise<number> {
  const { total } = await db.one<{ total: number }>(
    sql`SELECT count(*) AS total FROM ${matching(owner, filter)}`,
  )
  return total
}

function matching(owner: Owner, filter: ReturnFilter): Sql {
  const parts = [sql`true`]
  if (filter.status !== undefined) parts.push(sql`r.status = ${filter.status}`)
  if (filter.q !== undefined && filter.q !== '') {
    const pattern = `%${filter.q.replaceAll(/[\\%_]/g, '\\$&')}%`
    parts.push(sql`(r.number = upper(${filter.q}) OR o.number = ${filter.q} OR o.email ILIKE ${pattern}
      OR o.full_name ILIKE ${pattern})`)
  }
  return sql`orders.returns r JOIN (
      SELECT id, number, email, full_name FROM orders.orders WHERE ${owner.condition}
    ) o ON o.id = r.order_id AND ${join(parts, sql` AND `)}`
}
