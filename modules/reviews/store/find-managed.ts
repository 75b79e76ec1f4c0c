import type { Queryable } from '@rampart/platform/db/db.ts'
import { fromMap, join, type Sql, sql } from '@rampart/platform/db/sql.ts'
import { columns, type ReviewRow, type ReviewStatus } from './review-row.ts'

export type ManagedFilter = {
  readonly status?: ReviewStatus | undefined
  readonly reported?: boolean | undefined
  readonly product_id?: string | undefined
  readonly q?: string | undefined
}

export type ManagedSort = 'oldest' | 'newest' | 'reports'

export type Report = {
  reason: 'offensive' | 'spam' | 'personal_data' | 'off_topic' | 'other'
  note: string
  reported_at: string
}

const orders: Readonly<Record<ManagedSort, Sql>> = {
  oldest: sql`r.created_at, r.id`,
  newest: sql`r.created_at DESC, r.id DESC`,
  reports: sql`r.report_count DESC, r.id DESC`,
}

/** Reviews of everybody's products (null), or of a seller's alone. */
export function ofOwner(owner: string | null): Sql {
  if (owner === null) return sql`true`
  return sql`r.product_id IN (SELECT product_id FROM reviews.products WHERE seller_id = ${owner})`
}

/**
 * One page of reviews in any status. The page is found among keys alone, so that what a review says is read for its
 * rows and not for those that are skipped.
 */
export async function findManaged(
  db: Queryable,
  owner: string | null,
  filter: ManagedFilter,
  sort: ManagedSort,
  { limit, offset }: { limit: number; offset: number },
): Promise<ReviewRow[]> {
  return db.many<ReviewRow>(sql`
    SELECT ${columns} FROM (
      SELECT r.id FROM reviews.reviews r WHERE ${ofOwner(owner)} AND ${conditions(filter)}
      ORDER BY ${fromMap(orders, sort)} LIMIT ${limit} OFFSET ${offset}
    ) page JOIN reviews.reviews r ON r.id = page.id
    ORDER BY ${fromMap(orders, sort)}`)
}

export async function countManaged(
  db: Queryable,
  owner: string | null,
  filter: ManagedFilter,
): Promise<number> {
  const { total } = await db.one<{ total: number }>(sql`
    SELECT count(*) AS total FROM reviews.reviews r WHERE ${ofOwner(owner)} AND ${conditions(filter)}`)
  return total
}

/** What was reported about reviews, newest first, ten of each at most. */
export async function findReports(db: Queryable, ids: readonly string[]): Promise<Map<string, Report[]>> {
  const rows = await db.many<Report & { review_id: string }>(sql`
    SELECT p.review_id, p.reason, p.note, p.reported_at
    FROM unnest(${ids}::uuid[]) AS given (id) CROSS JOIN LATERAL (
      SELECT * FROM reviews.reports WHERE review_id = given.id ORDER BY reported_at DESC LIMIT 10
    ) AS p`)
  const found = new Map<string, Report[]>()
  for (const { review_id, ...report } of rows) found.set(review_id, [...(found.get(review_id) ?? []), report])
  return found
}

function conditions({ status, reported, product_id, q }: ManagedFilter): Sql {
  const parts = [sql`true`]
  if (status !== undefined) parts.push(sql`r.status = ${status}`)
  if (reported !== undefined) parts.push(reported ? sql`r.report_count > 0` : sql`r.report_count = 0`)
  if (product_id !== undefined) parts.push(sql`r.product_id = ${product_id}`)
  if (q !== undefined && q !== '') {
    const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
    parts.push(sql`(r.title ILIKE ${pattern} OR r.text ILIKE ${pattern} OR r.author_name ILIKE ${pattern})`)
  }
  return join(parts, sql` AND `)
}
