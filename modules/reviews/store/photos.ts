import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'

type NewPhoto = { readonly id: string; readonly review_id: string; readonly now: Date }
type Size = { readonly width: number; readonly height: number }

/** Notes that a photo of a locked review is on its way. False when the review has as many as it may have. */
export async function announcePhoto(
  tx: Tx,
  { id, review_id, now }: NewPhoto,
  most: number,
): Promise<boolean> {
  const added = await tx.maybe(sql`
    INSERT INTO reviews.photos (id, review_id, created_at)
    SELECT ${id}, ${review_id}, ${now}
    WHERE (SELECT count(*) FROM reviews.photos WHERE review_id = ${review_id}) < ${most}
    RETURNING id`)
  return added !== null
}

/** Notes that media has a photo. False when its review went meanwhile. */
export async function arrivePhoto(tx: Tx, id: string, { width, height }: Size): Promise<boolean> {
  const there = await tx.maybe(sql`
    UPDATE reviews.photos SET width = ${width}, height = ${height} WHERE id = ${id} RETURNING id`)
  return there !== null
}

/** Forgets a photo that never came. */
export async function forgetPhoto(db: Queryable, id: string): Promise<void> {
  await db.run(sql`DELETE FROM reviews.photos WHERE id = ${id} AND width IS NULL`)
}

/** Takes a photo off a review within reach; null when there is none. */
export async function removePhoto(
  tx: Tx,
  id: string,
  reach: Sql,
): Promise<{ review_id: string; customer_id: string } | null> {
  return tx.maybe<{ review_id: string; customer_id: string }>(sql`
    DELETE FROM reviews.photos p USING reviews.reviews r
    WHERE p.id = ${id} AND r.id = p.review_id AND ${reach}
    RETURNING p.review_id, r.customer_id`)
}

/** Whether a photo belongs to a review within reach. */
export async function isPhotoWithin(db: Queryable, id: string, reach: Sql): Promise<boolean> {
  const row = await db.maybe(sql`
    SELECT FROM reviews.photos p JOIN reviews.reviews r ON r.id = p.review_id
    WHERE p.id = ${id} AND p.width IS NOT NULL AND ${reach}`)
  return row !== null
}

/** The photos of a review, those on their way included. */
export async function photosOf(db: Queryable, reviewId: string): Promise<string[]> {
  const rows = await db.many<{ id: string }>(
    sql`SELECT id FROM reviews.photos WHERE review_id = ${reviewId} ORDER BY id`,
  )
  return rows.map(({ id }) => id)
}

/** Whose photos may be shown to everybody now; null when the review is gone. */
export async function findShown(
  db: Queryable,
  reviewId: string,
): Promise<{ customer_id: string; published: boolean; photo_ids: string[] } | null> {
  return db.maybe<{ customer_id: string; published: boolean; photo_ids: string[] }>(sql`
    SELECT r.customer_id, r.status = 'published' AS published,
      ARRAY(SELECT p.id FROM reviews.photos p WHERE p.review_id = r.id AND p.width IS NOT NULL ORDER BY p.id) AS photo_ids
    FROM reviews.reviews r WHERE r.id = ${reviewId}`)
}

/** Photos that have been on their way since before a moment, some at a time. */
export async function findLost(db: Queryable, before: Date): Promise<{ id: string; customer_id: string }[]> {
  return db.many<{ id: string; customer_id: string }>(sql`
    SELECT p.id, r.customer_id FROM reviews.photos p JOIN reviews.reviews r ON r.id = p.review_id
    WHERE p.width IS NULL AND p.created_at < ${before} ORDER BY p.created_at LIMIT 100`)
}
