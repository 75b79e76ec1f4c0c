import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/**
 * Counts one use of a coupon, unless there were as many as there may be. Of two at once the second waits for the row and then looks
 * at what the first has left. Null when the limit is reached, or the coupon is switched off.
 */
export async function takeUse(
  tx: Tx,
  couponId: string,
): Promise<{ readonly max_uses_per_person: number | null } | null> {
  return await tx.maybe(sql`
    UPDATE pricing.coupons SET uses = uses + 1
    WHERE id = ${couponId} AND active AND (max_uses IS NULL OR uses < max_uses)
    RETURNING max_uses_per_person`)
}

/** Counts one use by a person, in the same manner. False when the limit is reached. */
export async function takeUseOfPerson(
  tx: Tx,
  couponId: string,
  person: Buffer,
  most: number | null,
): Promise<boolean> {
  const taken = await tx.run(sql`
    INSERT INTO pricing.coupon_persons AS p (coupon_id, person, uses) VALUES (${couponId}, ${person}, 1)
    ON CONFLICT (coupon_id, person) DO UPDATE SET uses = p.uses + 1
    WHERE ${most}::int IS NULL OR p.uses < ${most}::int`)
  return taken > 0
}

export async function insertRedemption(tx: Tx, orderId: string, couponId: string): Promise<void> {
  await tx.run(sql`INSERT INTO pricing.redemptions (order_id, coupon_id) VALUES (${orderId}, ${couponId})`)
}

/** Coupons of an order, in the order in which their rows are always locked. */
export async function findRedeemed(tx: Tx, orderId: string): Promise<string[]> {
  const rows = await tx.many<{ coupon_id: string }>(
    sql`SELECT coupon_id FROM pricing.redemptions WHERE order_id = ${orderId} ORDER BY coupon_id`,
  )
  return rows.map(({ coupon_id }) => coupon_id)
}

/** Takes one use back. */
export async function giveBackUse(tx: Tx, couponId: string, person: Buffer | null): Promise<void> {
  await tx.run(sql`UPDATE pricing.coupons SET uses = uses - 1 WHERE id = ${couponId}`)
  if (person === null) return
  await tx.run(sql`
    UPDATE pricing.coupon_persons SET uses = uses - 1 WHERE coupon_id = ${couponId} AND person = ${person} AND uses > 0`)
}
