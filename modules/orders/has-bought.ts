import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { OrdersDeps } from './deps.ts'

/** Whether a customer has paid for a product in an order that stands: neither cancelled nor paid back in full. */
export const hasBought =
  (deps: OrdersDeps): Handler<Orders, 'hasBought'> =>
  async ({ customer_id, product_id }) =>
    deps.db.one<{ bought: boolean }>(sql`
      SELECT EXISTS (
        SELECT FROM orders.orders o JOIN orders.items i ON i.order_id = o.id
        WHERE o.customer_id = ${customer_id} AND i.product_id = ${product_id} AND o.status <> 'cancelled'
          AND o.payment_status IN ('captured', 'partially_refunded')
      ) AS bought`)
