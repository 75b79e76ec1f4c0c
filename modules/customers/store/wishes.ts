import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** A product on a customer's wishlist. */
export type WishRow = { readonly product_id: string; readonly added_at: string; readonly notice: boolean }

const columns = sql`product_id, added_at, notice_since IS NOT NULL AS notice`

/** Lets one change at a time happen to the wishes of one customer: how many there may be depends on the others. */
export async function lockWishes(tx: Tx, customerId: string): Promise<void> {
  await tx.run(
    sql`SELECT pg_advisory_xact_lock(hashtextextended('customers.wishes:' || ${customerId}::text, 0))`,
  )
}

/** One page of a customer's wishes, newest first, and how many there are. */
export async function listWishRows(
  q: Queryable,
  customerId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ rows: WishRow[]; total: number }> {
  const [rows, counted] = await Promise.all([
    q.many<WishRow>(sql`
      SELECT ${columns} FROM customers.wishes
      WHERE customer_id = ${customerId} ORDER BY added_at DESC, product_id LIMIT ${limit} OFFSET ${offset}`),
    q.one<{ total: number }>(
      sql`SELECT count(*)::int AS total FROM customers.wishes WHERE customer_id = ${customerId}`,
    ),
  ])
  return { rows, total: counted.total }
}

/** Everything a customer wishes for, newest first. */
export async function allWishRows(q: Queryable, customerId: string): Promise<WishRow[]> {
  return q.many<WishRow>(sql`
    SELECT ${columns} FROM customers.wishes
    WHERE customer_id = ${customerId} ORDER BY added_at DESC, product_id`)
}

/** A product on a customer's list; null when it is not there. */
export async function findWish(q: Queryable, customerId: string, productId: string): Promise<WishRow | null> {
  return q.maybe<WishRow>(sql`
    SELECT ${columns} FROM customers.wishes WHERE customer_id = ${customerId} AND product_id = ${productId}`)
}

/** Adds products in their order, as far as `max` allows; those that are there stay. Answers what was added. */
export async function insertWishes(
  tx: Tx,
  customerId: string,
  productIds: readonly string[],
  max: number,
  now: Date,
): Promise<string[]> {
  const rows = await tx.many<{ product_id: string }>(sql`
    INSERT INTO customers.wishes (customer_id, product_id, added_at)
    SELECT ${customerId}::uuid, wanted.product_id, ${now}::timestamptz
    FROM unnest(${productIds}::uuid[]) WITH ORDINALITY AS wanted (product_id, place)
    WHERE NOT EXISTS (
      SELECT FROM customers.wishes AS w WHERE w.customer_id = ${customerId} AND w.product_id = wanted.product_id)
    ORDER BY wanted.place
    LIMIT greatest(0, ${max}::int - (SELECT count(*)::int FROM customers.wishes WHERE customer_id = ${customerId}))
    ON CONFLICT DO NOTHING
    RETURNING product_id`)
  return rows.map(({ product_id }) => product_id)
}

/** Takes a product off a customer's list; false when it was not on it. */
export async function deleteWish(tx: Tx, customerId: string, productId: string): Promise<boolean> {
  return (
    (await tx.run(
      sql`DELETE FROM customers.wishes WHERE customer_id = ${customerId} AND product_id = ${productId}`,
    )) > 0
  )
}
