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

export type TakeAnewResult = {
  /** Whether the order had been released and was claimed now. */
  readonly claimed: boolean
  /** Whether every line could be taken. The caller must roll back when it could not. */
  readonly taken: boolean
  readonly short: readonly string[]
  readonly levels: readonly ChangedLevel[]
}

/** Takes the pieces of an order whose reservation was released, as sold: all lines or none, as `reserveLines` does. */
export async function takeAnew(tx: Tx, orderId: string, now: Date): Promise<TakeAnewResult> {
  return await tx.one<TakeAnewResult>(sql`
    WITH claim AS (
      UPDATE inventory.reservations SET status = 'committed', updated_at = ${now}
      WHERE order_id = ${orderId} AND status = 'released'
      RETURNING order_id
    ),
    locked AS MATERIALIZED (
      SELECT level.variant_id, level.on_hand - level.reserved AS available, line.quantity
      FROM claim
      JOIN inventory.reservation_lines line ON line.order_id = claim.order_id
      JOIN inventory.levels level ON level.variant_id = line.variant_id
      ORDER BY level.variant_id
      FOR UPDATE OF level
    ),
    verdict AS MATERIALIZED (
      SELECT coalesce(bool_and(available >= quantity), false) AS enough FROM locked
    ),
    sold AS (
      UPDATE inventory.levels level
      SET on_hand = level.on_hand - locked.quantity, version = level.version + 1, updated_at = ${now}
      FROM locked, verdict
      WHERE level.variant_id = locked.variant_id AND verdict.enough
        AND level.on_hand - level.reserved >= locked.quantity
      RETURNING level.variant_id, level.on_hand - level.reserved AS available, level.version, locked.quantity
    ),
    ledger AS (
      INSERT INTO inventory.movements (variant_id, delta, reason, reference, occurred_at)
      SELECT variant_id, -quantity, 'sold', ${orderId}::text, ${now}::timestamptz FROM sold
    )
    SELECT
      EXISTS (SELECT FROM claim) AS claimed,
      EXISTS (SELECT FROM sold) AS taken,
      ARRAY(SELECT variant_id FROM locked WHERE available < quantity)::text[] AS short,
      coalesce(
        (SELECT jsonb_agg(jsonb_build_object('variant_id', variant_id, 'available', available, 'version', version))
         FROM sold),
        '[]') AS levels`)
}
