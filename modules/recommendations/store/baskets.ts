import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type StoredBasket = {
  readonly order_id: string
  readonly customer_id: string | null
  readonly product_ids: readonly string[]
  readonly bought_at: string
}

/** Keeps what was bought in an order; one that is known stays as it is. */
export async function insertBaskets(tx: Tx, baskets: readonly StoredBasket[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO recommendations.baskets (order_id, customer_id, product_ids, bought_at)
    SELECT b.order_id, b.customer_id, ARRAY(SELECT jsonb_array_elements_text(b.product_ids)::uuid), b.bought_at
    FROM jsonb_to_recordset(${JSON.stringify(baskets)}::jsonb)
      AS b (order_id uuid, customer_id uuid, product_ids jsonb, bought_at timestamptz)
    ON CONFLICT (order_id) DO NOTHING`)
}

/** Forgets an order that was cancelled. */
export async function deleteBasket(tx: Tx, orderId: string): Promise<void> {
  await tx.run(sql`DELETE FROM recommendations.baskets WHERE order_id = ${orderId}`)
}

/** Forgets whose an order was. */
export async function forgetBuyer(tx: Tx, orderId: string): Promise<void> {
  await tx.run(sql`UPDATE recommendations.baskets SET customer_id = NULL WHERE order_id = ${orderId}`)
}

/** The last baskets of a customer, oldest first. */
export async function findBaskets(
  db: Queryable,
  customerId: string,
  most: number,
): Promise<{ product_ids: string[]; bought_at: string }[]> {
  const rows = await db.many<{ product_ids: string[]; bought_at: string }>(sql`
    SELECT product_ids, bought_at FROM recommendations.baskets
    WHERE customer_id = ${customerId}
    ORDER BY bought_at DESC, order_id DESC LIMIT ${most}`)
  return rows.toReversed()
}

/** One page of all baskets, by the order's id. */
export async function pageOfBaskets(
  db: Queryable,
  after: string | null,
  limit: number,
): Promise<StoredBasket[]> {
  return db.many<StoredBasket>(sql`
    SELECT order_id, customer_id, product_ids, bought_at FROM recommendations.baskets
    WHERE ${after}::uuid IS NULL OR order_id > ${after}::uuid
    ORDER BY order_id LIMIT ${limit}`)
}

/** Baskets kept by now. */
export async function countBaskets(db: Queryable): Promise<number> {
  const { count } = await db.one<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM recommendations.baskets`,
  )
  return count
}
