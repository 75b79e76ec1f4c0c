import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Stars } from '../domain/rating.ts'

/**
 * Makes a product one that can be reviewed, and notes whose it is by what the catalogue answered when it was asked at
 * `asked`. A change that was under way then can be dated a little before it and yet be missing in the answer: so the
 * answer counts as a minute older than it is.
 */
export async function knowProduct(tx: Tx, id: string, sellerId: string | null, asked: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO reviews.products AS p (product_id, seller_id, changed_at)
    VALUES (${id}, ${sellerId}, ${asked}::timestamptz - interval '1 minute')
    ON CONFLICT (product_id) DO UPDATE
      SET seller_id = excluded.seller_id, changed_at = greatest(p.changed_at, excluded.changed_at)
      WHERE p.seller_id IS DISTINCT FROM excluded.seller_id AND p.changed_at <= ${asked}::timestamptz`)
}

/** Notes whose products were at `at`, unless something newer is known; those never reviewed are left out. */
export async function noteSellers(
  tx: Tx,
  products: readonly { product_id: string; seller_id: string | null }[],
  at: string,
): Promise<void> {
  await tx.run(sql`
    UPDATE reviews.products p SET seller_id = given.seller_id, changed_at = ${at}::timestamptz
    FROM json_to_recordset(${JSON.stringify(products)}::json) AS given (product_id uuid, seller_id uuid)
    WHERE p.product_id = given.product_id AND p.changed_at <= ${at}::timestamptz`)
}

/** How often a product has one star, two, … five; null when it was never reviewed. */
export async function findStars(db: Queryable, productId: string): Promise<Stars | null> {
  const row = await db.maybe<{ stars: number[] }>(
    sql`SELECT stars FROM reviews.products WHERE product_id = ${productId}`,
  )
  return row?.stars ?? null
}

/** Counts one published review with so many stars in or out. One statement, so none is lost or counted twice. */
export async function countStars(
  tx: Tx,
  productId: string,
  rating: number,
  by: 1 | -1,
): Promise<{ stars: number[]; version: number }> {
  return tx.one<{ stars: number[]; version: number }>(sql`
    UPDATE reviews.products SET stars[${rating}::integer] = stars[${rating}::integer] + ${by}::integer,
      version = version + 1
    WHERE product_id = ${productId}
    RETURNING stars, version`)
}
