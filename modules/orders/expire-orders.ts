import { sql } from '@rampart/platform/db/sql.ts'
import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import { abandon } from './abandon-order.ts'
import type { OrdersDeps } from './deps.ts'

const BATCH = 200

/**
 * Cancels orders that still wait for a payment after half an hour. The checkout process decides within 15 minutes;
 * this catches an order whose process was given up before the order was written.
 */
export const expireOrders =
  (deps: OrdersDeps) =>
  async ({ call }: JobContext): Promise<void> => {
    const late = await deps.db.many<{ id: string }>(sql`
      SELECT id FROM orders.orders
      WHERE status = 'pending_payment' AND placed_at < now() - interval '30 minutes'
      ORDER BY placed_at LIMIT ${BATCH}`)
    for (const { id } of late) {
      try {
        await deps.db.tx((tx) => abandon(deps, tx, call, id, 'payment_expired'))
      } catch (error) {
        deps.log.warn('an order could not be given up; it will be tried again', { order_id: id, error })
      }
    }
  }
