import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Products remembered of one customer; the oldest fall out. */
const MOST = 100

/** After so many days nobody is reminded of what they looked at. */
export const VIEW_DAYS = 90

/** Looks of one customer at once, and their choice not to be watched, wait for each other. */
async function lockCustomer(tx: Tx, customerId: string): Promise<void> {
  await tx.run(sql`
    SELECT FROM pg_advisory_xact_lock(hashtextextended(${`recommendations.views ${customerId}`}::text, 0))`)
}

/** Remembers that a customer looked at a product, unless they do not want that. */
export async function rememberLook(
  tx: Tx,
  { customer_id, product_id, now }: { customer_id: string; product_id: string; now: Date },
): Promise<void> {
  await lockCustomer(tx, customer_id)
  await tx.run(sql`
    INSERT INTO recommendations.views (customer_id, product_id, viewed_at)
    SELECT ${customer_id}::uuid, ${product_id}::uuid, ${now}::timestamptz
    WHERE NOT EXISTS (SELECT FROM recommendations.unseen WHERE customer_id = ${customer_id})
    ON CONFLICT (customer_id, product_id) DO UPDATE SET viewed_at = excluded.viewed_at`)
  await tx.run(sql`
    DELETE FROM recommendations.views WHERE customer_id = ${customer_id} AND product_id IN (
      SELECT product_id FROM recommendations.views WHERE customer_id = ${customer_id}
      ORDER BY viewed_at DESC, product_id OFFSET ${MOST})`)
}

/** Keeps a customer's choice; with no, forgets what they looked at. */
export async function chooseMemory(tx: Tx, customerId: string, remember: boolean, now: Date): Promise<void> {
  await lockCustomer(tx, customerId)
  if (remember) await tx.run(sql`DELETE FROM recommendations.unseen WHERE customer_id = ${customerId}`)
  else {
    await tx.run(sql`
      INSERT INTO recommendations.unseen (customer_id, since) VALUES (${customerId}, ${now})
      ON CONFLICT (customer_id) DO NOTHING`)
    await tx.run(sql`DELETE FROM recommendations.views WHERE customer_id = ${customerId}`)
  }
}

/** Whether a customer's looks are remembered, and of how many products. */
export async function findMemory(
  db: Queryable,
  customerId: string,
): Promise<{ remember: boolean; products: number }> {
  return db.one(sql`
    SELECT NOT EXISTS (SELECT FROM recommendations.unseen WHERE customer_id = ${customerId}) AS remember,
      (SELECT count(*)::int FROM recommendations.views WHERE customer_id = ${customerId}) AS products`)
}

/** What a customer looked at, the last first. */
export async function findViews(
  db: Queryable,
  customerId: string,
  most: number,
): Promise<{ product_id: string; viewed_at: string }[]> {
  return db.many(sql`
    SELECT product_id, viewed_at FROM recommendations.views WHERE customer_id = ${customerId}
    ORDER BY viewed_at DESC, product_id LIMIT ${most}`)
}

/** One page of what everybody looked at, from behind `after` on. */
export async function pageOfViews(
  db: Queryable,
  after: { customer_id: string; product_id: string } | null,
  limit: number,
): Promise<{ customer_id: string; product_id: string }[]> {
  return db.many(sql`
    SELECT customer_id, product_id FROM recommendations.views
    WHERE ${after === null}::boolean
      OR (customer_id, product_id) > (${after?.customer_id ?? null}::uuid, ${after?.product_id ?? null}::uuid)
    ORDER BY customer_id, product_id LIMIT ${limit}`)
}

/** Products that are remembered, counted once for each customer. */
export async function countViews(db: Queryable): Promise<number> {
  const { count } = await db.one<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM recommendations.views`,
  )
  return count
}

/** Forgets what was looked at before a moment. */
export async function pruneViews(db: Queryable, before: Date): Promise<void> {
  await db.run(sql`DELETE FROM recommendations.views WHERE viewed_at < ${before}`)
}

/** Forgets all that is known of a customer, their choice included; what was bought stays, as nobody's. */
export async function forgetCustomer(tx: Tx, customerId: string): Promise<void> {
  await lockCustomer(tx, customerId)
  await tx.run(sql`DELETE FROM recommendations.views WHERE customer_id = ${customerId}`)
  await tx.run(sql`DELETE FROM recommendations.unseen WHERE customer_id = ${customerId}`)
  await tx.run(sql`UPDATE recommendations.baskets SET customer_id = NULL WHERE customer_id = ${customerId}`)
}
