import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Notes that an order's pieces leave their cart. False when they had left before. */
export async function claimOrder(tx: Tx, orderId: string, now: Date): Promise<boolean> {
  const rows = await tx.run(sql`
    INSERT INTO cart.taken_orders (order_id, taken_at) VALUES (${orderId}, ${now}) ON CONFLICT (order_id) DO NOTHING`)
  return rows > 0
}

/** Takes ordered pieces out of a cart that is locked: what was added meanwhile stays, emptied lines go. */
export async function takePieces(
  tx: Tx,
  cartId: string,
  lines: readonly { readonly variant_id: string; readonly quantity: number }[],
): Promise<void> {
  await tx.run(sql`
    WITH ordered AS MATERIALIZED (
      SELECT line.variant_id, sum(line.quantity) AS quantity
      FROM unnest(
        ${lines.map((line) => line.variant_id)}::uuid[],
        ${lines.map((line) => line.quantity)}::integer[]
      ) AS line (variant_id, quantity)
      GROUP BY line.variant_id
    ),
    emptied AS (
      DELETE FROM cart.items i USING ordered
      WHERE i.cart_id = ${cartId} AND i.variant_id = ordered.variant_id AND i.quantity <= ordered.quantity
    )
    UPDATE cart.items i SET quantity = i.quantity - ordered.quantity
    FROM ordered
    WHERE i.cart_id = ${cartId} AND i.variant_id = ordered.variant_id AND i.quantity > ordered.quantity`)
}

/** Forgets orders whose callers have long stopped asking again. */
export async function forgetTakenOrders(db: Queryable, before: Date): Promise<void> {
  await db.run(sql`DELETE FROM cart.taken_orders WHERE taken_at < ${before}`)
}
