import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** The coupons that a person has used. */
export async function findUsed(
  db: Queryable,
  person: Buffer,
): Promise<{ readonly code: string; readonly uses: number }[]> {
  return await db.many(sql`
    SELECT c.code, p.uses FROM pricing.coupon_persons p JOIN pricing.coupons c ON c.id = p.coupon_id
    WHERE p.person = ${person} AND p.uses > 0 ORDER BY c.code`)
}

/**
 * Takes a person off what was held before a moment, and off the counters for it. What came after it is somebody else's, who has the
 * address now. False when there was nothing.
 */
export async function forgetPerson(tx: Tx, person: Buffer, before: string): Promise<boolean> {
  const orders = await tx.many<{ order_id: string; counted: boolean }>(sql`
    UPDATE pricing.holds SET person = NULL WHERE person = ${person} AND held_at < ${before}
    RETURNING order_id, status <> 'released' AS counted`)
  if (orders.length === 0) return false
  const counted = orders.filter((order) => order.counted).map((order) => order.order_id)
  await tx.run(sql`
    UPDATE pricing.coupon_persons p SET uses = p.uses - r.orders
    FROM (
      SELECT coupon_id, count(*) AS orders FROM pricing.redemptions
      WHERE order_id = ANY(${counted}::uuid[]) GROUP BY coupon_id
    ) r
    WHERE p.coupon_id = r.coupon_id AND p.person = ${person}`)
  await tx.run(sql`DELETE FROM pricing.coupon_persons WHERE person = ${person} AND uses = 0`)
  return true
}
