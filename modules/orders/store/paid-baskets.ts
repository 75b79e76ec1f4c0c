import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type PaidBasket = {
  readonly id: string
  readonly customer_id: string | null
  readonly product_ids: string[]
  readonly placed_at: string
}

/**
 * One page of what was bought, by the order's id: orders that were paid and not cancelled. Of a buyer who is to be
 * forgotten nothing is told but the goods, also while their order is under way.
 */
export async function pageOfPaidBaskets(
  db: Queryable,
  after: string | null,
  limit: number,
): Promise<PaidBasket[]> {
  return db.many<PaidBasket>(sql`
    SELECT o.id, CASE WHEN o.erasure_asked_at IS NULL THEN o.customer_id END AS customer_id, o.placed_at,
      (SELECT array_agg(DISTINCT i.product_id) FROM orders.items AS i WHERE i.order_id = o.id) AS product_ids
    FROM orders.orders AS o
    WHERE o.status IN ('paid', 'processing', 'shipped', 'delivered') AND (${after}::uuid IS NULL OR o.id > ${after}::uuid)
    ORDER BY o.id LIMIT ${limit}`)
}
