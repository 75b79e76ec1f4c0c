import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { OrdersDeps } from './deps.ts'

/** Tells that what an account has bought by an order no longer counts as bought by it. Guests have no account to tell of. */
export async function undoPurchase(deps: OrdersDeps, tx: Tx, orderId: string): Promise<void> {
  const bought = await tx.maybe<{ account_id: string; product_ids: string[] }>(sql`
    SELECT o.customer_id AS account_id, array_agg(DISTINCT i.product_id) AS product_ids
    FROM orders.orders o JOIN orders.items i ON i.order_id = o.id
    WHERE o.id = ${orderId} AND o.customer_id IS NOT NULL GROUP BY o.customer_id`)
  if (bought !== null)
    await deps.outbox.add(tx, 'orders.purchase-undone.v1', bought, { key: bought.account_id })
}
