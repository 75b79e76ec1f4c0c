import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { ChangedLevel } from './level-row.ts'

/**
 * Turns what an order holds into sold pieces, in one statement. Answers false when the order holds nothing.
 * `available` stays what it was.
 */
export async function commitHeld(db: Queryable, orderId: string, now: Date): Promise<boolean> {
  const { committed } = await db.one<{ committed: boolean }>(sql`
    WITH committed AS (
      UPDATE inventory.reservations SET status = 'committed', updated_at = ${now}
      WHERE order_id = ${orderId} AND status = 'held'
      RETURNING order_id
    ),
    locked AS MATERIALIZED (
      SELECT level.variant_id, line.quantity
      FROM committed
      JOIN inventory.reservation_lines line ON line.order_id = committed.order_id
      JOIN inventory.levels level ON level.variant_id = line.variant_id
      ORDER BY level.variant_id
      FOR UPDATE OF level
    ),
    sold AS (
      UPDATE inventory.levels level
      SET on_hand = level.on_hand - locked.quantity, reserved = level.reserved - locked.quantity, updated_at = ${now}
      FROM locked WHERE level.variant_id = locked.variant_id
      RETURNING level.variant_id, locked.quantity
    ),
    ledger AS (
      INSERT INTO inventory.movements (variant_id, delta, reason, reference, occurred_at)
      SELECT variant_id, -quantity, 'sold', ${orderId}::text, ${now}::timestamptz FROM sold
    )
    SELECT EXISTS (SELECT FROM committed) AS committed`)
  return committed
}

/** Takes the key of an order that was released and locks the levels it needs; false when it was not released. */
export async function claimReleased(tx: Tx, orderId: string, now: Date): Promise<boolean> {
  const { claimed } = await tx.one<{ claimed: boolean }>(sql`
    WITH claim AS (
      UPDATE inventory.reservations SET status = 'committed', updated_at = ${now}
      WHERE order_id = ${orderId} AND status = 'released'
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

export type TakeAnewResult = {
  /** Whether every line could be taken. The caller must roll back when it could not. */
  readonly taken: boolean
  readonly short: readonly string[]
  readonly levels: readonly ChangedLevel[]
}

/**
 * Takes the pieces of an order as sold: all lines or none. A statement of its own after `claimReleased`, so that it
 * sees the levels as they were locked; within one, conditions would be tried on the rows of the older snapshot.
 */
export async function takeAnew(tx: Tx, orderId: string, now: Date): Promise<TakeAnewResult> {
  return await tx.one<TakeAnewResult>(sql`
    WITH wanted AS MATERIALIZED (
      SELECT line.variant_id, line.quantity, level.on_hand - level.reserved AS available
      FROM inventory.reservation_lines line
      JOIN inventory.levels level ON level.variant_id = line.variant_id
      WHERE line.order_id = ${orderId}
    ),
    verdict AS MATERIALIZED (
      SELECT coalesce(bool_and(available >= quantity), false) AS enough FROM wanted
    ),
    sold AS (
      UPDATE inventory.levels level
      SET on_hand = level.on_hand - wanted.quantity, version = level.version + 1, updated_at = ${now}
      FROM wanted, verdict
      WHERE level.variant_id = wanted.variant_id AND verdict.enough
        AND level.on_hand - level.reserved >= wanted.quantity
      RETURNING level.variant_id, level.on_hand - level.reserved AS available, level.version, wanted.quantity
    ),
    ledger AS (
      INSERT INTO inventory.movements (variant_id, delta, reason, reference, occurred_at)
      SELECT variant_id, -quantity, 'sold', ${orderId}::text, ${now}::timestamptz FROM sold
    )
    SELECT
      (SELECT enough FROM verdict) AND (SELECT count(*) FROM sold) = (SELECT count(*) FROM wanted) AS taken,
      ARRAY(SELECT variant_id FROM wanted WHERE available < quantity)::text[] AS short,
      coalesce(
        (SELECT jsonb_agg(jsonb_build_object('variant_id', variant_id, 'available', available, 'version', version))
         FROM sold),
        '[]') AS levels`)
}
