import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** What stands in a plan in place of its buyer; still a plan, so that a late repetition finds its order. */
const nobody = JSON.stringify({
  email: 'nobody@example.invalid',
  shipping_address: { street: '-', city: '-', postal_code: '-', country: 'ZZ' },
  billing_address: null,
  note: null,
})

/** Forgets who wanted to buy an order. */
export async function forgetBuyerOf(q: Queryable, orderId: string, now: Date): Promise<void> {
  await q.run(sql`
    UPDATE checkout.processes SET plan = plan || ${nobody}::jsonb, buyer_forgotten_at = ${now}
    WHERE order_id = ${orderId}`)
}

/** Forgets the buyers of up to `limit` purchases that ended before a moment. Answers how many. */
export async function forgetEndedBuyers(
  q: Queryable,
  before: Date,
  limit: number,
  now: Date,
): Promise<number> {
  return q.run(sql`
    UPDATE checkout.processes SET plan = plan || ${nobody}::jsonb, buyer_forgotten_at = ${now}
    WHERE order_id IN (
      SELECT order_id FROM checkout.processes
      WHERE state <> 'open' AND buyer_forgotten_at IS NULL AND updated_at < ${before}
      ORDER BY updated_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)`)
}
