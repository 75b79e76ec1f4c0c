import type { Queryable } from '@rampart/platform/db/db.ts'
import { fromMap, join, type Sql, sql } from '@rampart/platform/db/sql.ts'
import { columns, type ReviewRow } from './review-row.ts'

export type PublicFilter = {
  readonly product_id?: string | undefined
  readonly rating?: number | undefined
  readonly verified?: boolean | undefined
}

export type PublicSort = 'newest' | 'helpful' | 'rating' | '-rating'

/** A review with whether the one who asks found it helpful. */
export type SeenRow = ReviewRow & { voted: boolean }

type Window = { readonly limit: number; readonly offset: number }

const orders: Readonly<Record<PublicSort, Sql>> = {
  newest: sql`r.created_at DESC, r.id DESC`,
  helpful: sql`r.helpful_count DESC, r.id DESC`,
  rating: sql`r.rating, r.id DESC`,
  '-rating': sql`r.rating DESC, r.id DESC`,
}

const votedBy = (viewer: string | null): Sql => sql`EXISTS (
  SELECT FROM reviews.votes v WHERE v.review_id = r.id AND v.customer_id = ${viewer}) AS voted`

/** One page of published reviews, as a customer (null: anybody) sees them. */
export async function findPublished(
  db: Queryable,
  filter: PublicFilter,
  sort: PublicSort,
  viewer: string | null,
  { limit, offset }: Window,
): Promise<SeenRow[]> {
  return db.many<SeenRow>(sql`
    SELECT ${columns}, ${votedBy(viewer)} FROM reviews.reviews r
    WHERE ${published(filter)} ORDER BY ${fromMap(orders, sort)} LIMIT ${limit} OFFSET ${offset}`)
}

export async function countPublished(db: Queryable, filter: PublicFilter): Promise<number> {
  const { total } = await db.one<{ total: number }>(
    sql`SELECT count(*) AS total FROM reviews.reviews r WHERE ${published(filter)}`,
  )
  return total
}

function published({ product_id, rating, verified }: PublicFilter): Sql {
  const parts = [sql`r.status = 'published'`]
  if (product_id !== undefined) parts.push(sql`r.product_id = ${product_id}`)
  if (rating !== undefined) parts.push(sql`r.rating = ${rating}`)
  if (verified !== undefined) parts.push(sql`r.verified = ${verified}`)
  return join(parts, sql` AND `)
}

/** A review that a caller may see: a published one, or one within their reach. */
export async function findReview(
  db: Queryable,
  id: string,
  reach: Sql,
  viewer: string | null,
): Promise<SeenRow | null> {
  return db.maybe<SeenRow>(sql`
    SELECT ${columns}, ${votedBy(viewer)} FROM reviews.reviews r
    WHERE r.id = ${id} AND (r.status = 'published' OR ${reach})`)
}

/** One page of what a customer has written, newest first. */
export async function findOwn(
  db: Queryable,
  customerId: string,
  productId: string | undefined,
  { limit, offset }: Window,
): Promise<ReviewRow[]> {
  return db.many<ReviewRow>(sql`
    SELECT ${columns} FROM reviews.reviews r
    WHERE r.customer_id = ${customerId} AND (${productId ?? null}::uuid IS NULL OR r.product_id = ${productId ?? null})
    ORDER BY r.created_at DESC, r.id DESC LIMIT ${limit} OFFSET ${offset}`)
}

export async function countOwn(
  db: Queryable,
  customerId: string,
  productId: string | undefined,
): Promise<number> {
  const { total } = await db.one<{ total: number }>(sql`
    SELECT count(*) AS total FROM reviews.reviews
    WHERE customer_id = ${customerId} AND (${productId ?? null}::uuid IS NULL OR product_id = ${productId ?? null})`)
  return total
}
