import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Of these products those that a customer has reviewed as somebody who bought them. */
export async function findBadges(
  db: Queryable,
  customerId: string,
  productIds: readonly string[],
): Promise<string[]> {
  const rows = await db.many<{ product_id: string }>(sql`
    SELECT product_id FROM reviews.reviews
    WHERE customer_id = ${customerId} AND product_id = ANY(${productIds}::uuid[]) AND verified`)
  return rows.map(({ product_id }) => product_id)
}

/** From now on a customer's reviews of these products are those of somebody who did not buy them. */
export async function takeBadges(tx: Tx, customerId: string, productIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    UPDATE reviews.reviews SET verified = false
    WHERE customer_id = ${customerId} AND product_id = ANY(${productIds}::uuid[])`)
}
