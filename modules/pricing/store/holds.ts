import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type HoldStatus = 'held' | 'settled' | 'released'

/** Opens the hold of an order. False when it has one: a second at the same time waits for the first. */
export async function openHold(
  tx: Tx,
  orderId: string,
  { status, person }: { readonly status: 'held' | 'released'; readonly person: Buffer | null },
  now: Date,
): Promise<boolean> {
  const opened = await tx.run(sql`
    INSERT INTO pricing.holds (order_id, status, person, held_at, changed_at)
    VALUES (${orderId}, ${status}, ${person}, ${now}, ${now})
    ON CONFLICT (order_id) DO NOTHING`)
  return opened > 0
}

/** How the hold of an order stands; null when it never had one. */
export async function findHoldStatus(db: Queryable, orderId: string): Promise<HoldStatus | null> {
  const row = await db.maybe<{ status: HoldStatus }>(
    sql`SELECT status FROM pricing.holds WHERE order_id = ${orderId}`,
  )
  return row?.status ?? null
}

/** What was held stays used. False when nothing was held. */
export async function settleHold(tx: Tx, orderId: string, now: Date): Promise<boolean> {
  const settled = await tx.run(sql`
    UPDATE pricing.holds SET status = 'settled', changed_at = ${now}
    WHERE order_id = ${orderId} AND status = 'held'`)
  return settled > 0
}

/** Ends what was held or settled, once: answers whose it was, and null for every later call. */
export async function releaseHold(
  tx: Tx,
  orderId: string,
  now: Date,
): Promise<{ readonly person: Buffer | null; readonly was: HoldStatus } | null> {
  // The row is locked first: an UPDATE alone does not tell what the row was before.
  const row = await tx.maybe<{ person: Buffer | null; status: HoldStatus }>(
    sql`SELECT person, status FROM pricing.holds WHERE order_id = ${orderId} FOR UPDATE`,
  )
  if (row === null) return null
  const released = await tx.run(sql`
    UPDATE pricing.holds SET status = 'released', changed_at = ${now}
    WHERE order_id = ${orderId} AND status <> 'released'`)
  return released > 0 ? { person: row.person, was: row.status } : null
}

/** Nobody else changes what the order has used until the transaction ends. */
export async function lockHold(tx: Tx, orderId: string): Promise<void> {
  await tx.maybe(sql`SELECT order_id FROM pricing.holds WHERE order_id = ${orderId} FOR UPDATE`)
}
