import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** What came back into stock, and when that was. */
export type Arrival = { readonly variant_ids: readonly string[]; readonly at: string }

/** Waits for one of these variants of a product that is on the list; false when it is not on it. */
export async function setNotice(
  tx: Tx,
  customerId: string,
  productId: string,
  variantIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE customers.wishes SET notice_since = ${now}, notice_variants = ${variantIds}::uuid[]
    WHERE customer_id = ${customerId} AND product_id = ${productId}`)
}

/** Stops waiting; false when nobody waited. */
export async function clearNotice(tx: Tx, customerId: string, productId: string): Promise<boolean> {
  return (
    (await tx.run(sql`
      UPDATE customers.wishes SET notice_since = NULL, notice_variants = '{}'
      WHERE customer_id = ${customerId} AND product_id = ${productId} AND notice_since IS NOT NULL`)) > 0
  )
}

/** Products that somebody waits for and that have come. Who asked after the arrival waits for the next one. */
export async function awaitedProducts(q: Queryable, { variant_ids, at }: Arrival): Promise<string[]> {
  const rows = await q.many<{ product_id: string }>(sql`
    SELECT DISTINCT product_id FROM customers.wishes
    WHERE notice_variants && ${variant_ids}::uuid[] AND notice_since IS NOT NULL AND notice_since <= ${at}`)
  return rows.map(({ product_id }) => product_id)
}

/** Ends the waiting of up to `limit` customers for a product that has come, and answers who they are: each once. */
export async function takeNotices(
  tx: Tx,
  productId: string,
  { variant_ids, at }: Arrival,
  limit: number,
): Promise<string[]> {
  const rows = await tx.many<{ customer_id: string }>(sql`
    UPDATE customers.wishes AS w SET notice_since = NULL, notice_variants = '{}'
    FROM (
      SELECT customer_id FROM customers.wishes
      WHERE product_id = ${productId} AND notice_variants && ${variant_ids}::uuid[]
        AND notice_since IS NOT NULL AND notice_since <= ${at}
      LIMIT ${limit} FOR UPDATE SKIP LOCKED) AS waiting
    WHERE w.product_id = ${productId} AND w.customer_id = waiting.customer_id
    RETURNING w.customer_id`)
  return rows.map(({ customer_id }) => customer_id)
}
