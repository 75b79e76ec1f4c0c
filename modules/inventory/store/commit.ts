import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/**
 * Turns what an order holds into sold pieces, in one statement, if the main location has them all. Answers whether the
 * order held something, and whether that is sold now. `available` stays what it was.
 */
export async function commitHeld(
  db: Queryable,
  orderId: string,
  now: Date,
): Promise<{ readonly held: boolean; readonly committed: boolean }> {
  return await db.one<{ held: boolean; committed: boolean }>(sql`
    WITH held AS MATERIALIZED (
      SELECT order_id FROM inventory.reservations WHERE order_id = ${orderId} AND status = 'held' FOR UPDATE
    ),
    locked AS MATERIALIZED (
      SELECT level.variant_id, line.quantity,
        level.elsewhere = 0 OR level.on_hand - level.elsewhere >= line.quantity AS here
      FROM held
      JOIN inventory.reservation_lines line ON line.order_id = held.order_id
      JOIN inventory.levels level ON level.variant_id = line.variant_id
      ORDER BY level.variant_id
      FOR UPDATE OF level
    ),
    verdict AS MATERIALIZED (SELECT coalesce(bool_and(here), true) AS here FROM locked),
    committed AS (
      UPDATE inventory.reservations reservation SET status = 'committed', updated_at = ${now}
      FROM held, verdict
      WHERE reservation.order_id = held.order_id AND reservation.status = 'held' AND verdict.here
      RETURNING reservation.order_id
    ),
    sold AS (
      UPDATE inventory.levels level
      SET on_hand = level.on_hand - locked.quantity, reserved = level.reserved - locked.quantity, updated_at = ${now}
      FROM locked, verdict WHERE level.variant_id = locked.variant_id AND verdict.here
      RETURNING level.variant_id, locked.quantity
    ),
    ledger AS (
      INSERT INTO inventory.movements (variant_id, delta, reason, reference, occurred_at)
      SELECT variant_id, -quantity, 'sold', ${orderId}::text, ${now}::timestamptz FROM sold
    )
    SELECT EXISTS (SELECT FROM held) AS held, EXISTS (SELECT FROM committed) AS committed`)
}

/**
 * Takes the key of an order that is `from` (held or released) as sold and locks the levels it needs; false when it is
 * not. What it needs is taken by a statement of its own (`take.ts`).
 */
export async function claimForSale(
  tx: Tx,
  orderId: string,
  from: 'held' | 'released',
  now: Date,
): Promise<boolean> {
  const { claimed } = await tx.one<{ claimed: boolean }>(sql`
    WITH claim AS (
      UPDATE inventory.reservations SET status = 'committed', updated_at = ${now}
      WHERE order_id = ${orderId} AND status = ${from}
      RETURNING order_id
    ),
    locked AS MATERIALIZED (
      SELECT level.variant_id
      FROM claim
      JOIN inventory.reservation_lines line ON line.order_id = claim.order_id
      JOIN inventory.levels level ON level.variant_id = line.variant_id
      ORDER BY level.variant_id
      FOR UPDATE OF level
    )
    SELECT EXISTS (SELECT FROM claim) AS claimed, (SELECT count(*) FROM locked) AS lines`)
  return claimed
}
