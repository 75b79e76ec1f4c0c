import type { Tx } from '@rampart/platform/db/db.ts'
import { sql, type Sql } from '@rampart/platform/db/sql.ts'
import { type ChangedLevel, changedLevel, type ReservationStatus } from './level-row.ts'

/**
 * Locks an order's reservation and answers where it stands. Without one it leaves a released one behind, so that
 * a reserve that comes late holds nothing.
 */
export async function lockOrBury(tx: Tx, orderId: string, now: Date): Promise<ReservationStatus> {
  const row = await tx.one<{ status: ReservationStatus }>(sql`
    INSERT INTO inventory.reservations (order_id, status, expires_at, created_at, updated_at)
    VALUES (${orderId}, 'released', ${now}, ${now}, ${now})
    ON CONFLICT (order_id) DO UPDATE SET updated_at = excluded.updated_at
    RETURNING status`)
  return row.status
}

/** Makes the pieces an order holds available again. Without effect unless it is held. */
export async function releaseHeld(tx: Tx, orderId: string, now: Date): Promise<readonly ChangedLevel[]> {
  const { levels } = await freeHeld(tx, sql`SELECT ${orderId}::uuid AS order_id`, now)
  return levels
}

/** Releases up to `limit` held reservations past their time, leaving those alone that somebody works on. */
export async function releaseExpired(tx: Tx, now: Date, limit: number): Promise<FreedStock> {
  const due = sql`
    SELECT order_id FROM inventory.reservations
    WHERE status = 'held' AND expires_at <= ${now}
    ORDER BY expires_at
    LIMIT ${limit}
    FOR UPDATE SKIP LOCKED`
  return await freeHeld(tx, due, now)
}

export type FreedStock = { readonly orders: number; readonly levels: readonly ChangedLevel[] }

async function freeHeld(tx: Tx, orders: Sql, now: Date): Promise<FreedStock> {
  return await tx.one<FreedStock>(sql`
    WITH chosen AS MATERIALIZED (${orders}),
    released AS (
      UPDATE inventory.reservations reservation SET status = 'released', updated_at = ${now}
      FROM chosen
      WHERE reservation.order_id = chosen.order_id AND reservation.status = 'held'
      RETURNING reservation.order_id
    ),
    freed AS MATERIALIZED (
      SELECT line.variant_id, sum(line.quantity)::integer AS quantity
      FROM released JOIN inventory.reservation_lines line ON line.order_id = released.order_id
      GROUP BY line.variant_id
    ),
    locked AS MATERIALIZED (
      SELECT level.variant_id, freed.quantity
      FROM freed JOIN inventory.levels level ON level.variant_id = freed.variant_id
      ORDER BY level.variant_id
      FOR UPDATE OF level
    ),
    returned AS (
      UPDATE inventory.levels level
      SET reserved = level.reserved - locked.quantity, version = level.version + 1, updated_at = ${now}
      FROM locked WHERE level.variant_id = locked.variant_id
      RETURNING ${changedLevel}, level.on_hand - level.reserved - locked.quantity AS was
    )
    SELECT
      (SELECT count(*)::integer FROM released) AS orders,
      coalesce((SELECT jsonb_agg(returned) FROM returned), '[]') AS levels`)
}
