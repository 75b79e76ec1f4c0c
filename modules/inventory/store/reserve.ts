import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { ChangedLevel, ReservationStatus } from './level-row.ts'

export type Demand = { readonly variant_id: string; readonly quantity: number }

export type ReserveResult = {
  /** The order's reservation as it was before; null when none was seen. */
  readonly status: ReservationStatus | null
  /** Whether the order's key was free and is taken by this call. */
  readonly claimed: boolean
  /** Whether all lines are held now. */
  readonly held: boolean
  /** Variants of which there is too little. The caller must roll back when some are named. */
  readonly short: readonly string[]
  readonly levels: readonly ChangedLevel[]
}

/**
 * Holds stock for an order in one statement: all lines or none. Demand is summed per variant first. What may be ordered
 * beyond what is there counts as if it were there.
 *
 * - `lacking` looks without locks, so that buyers who come too late are refused without queueing for a row.
 * - `claim` takes the order's key: a second call for the order, and one after its release, holds nothing.
 * - `locked` locks the levels in the order of their keys, so that buyers with shared items cannot deadlock, and
 *   reads them as they are then, not as the statement's snapshot saw them.
 * - `taken` changes every level or, when one of them has too little, none. An UPDATE first tries its conditions and the
 *   table's CHECK on the row as the snapshot saw it; both hold there, because `lacking` looked at the same snapshot.
 */
export async function reserveLines(
  tx: Tx,
  reservation: {
    readonly order_id: string
    readonly lines: readonly Demand[]
    readonly expires_at: Date
    readonly now: Date
  },
): Promise<ReserveResult> {
  const { order_id: orderId, lines, expires_at: expiresAt, now } = reservation
  return await tx.one<ReserveResult>(sql`
    WITH wanted AS MATERIALIZED (
      SELECT line.variant_id, sum(line.quantity)::integer AS quantity
      FROM unnest(
        ${lines.map((line) => line.variant_id)}::uuid[],
        ${lines.map((line) => line.quantity)}::integer[]
      ) AS line (variant_id, quantity)
      GROUP BY line.variant_id
    ),
    known AS MATERIALIZED (
      SELECT status FROM inventory.reservations WHERE order_id = ${orderId}
    ),
    lacking AS MATERIALIZED (
      SELECT wanted.variant_id
      FROM wanted LEFT JOIN inventory.levels level ON level.variant_id = wanted.variant_id
      WHERE coalesce(level.on_hand - level.reserved + level.backorder_limit, 0) < wanted.quantity
    ),
    claim AS (
      INSERT INTO inventory.reservations (order_id, status, expires_at, created_at, updated_at)
      SELECT ${orderId}::uuid, 'held', ${expiresAt}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
      WHERE NOT EXISTS (SELECT FROM lacking) AND NOT EXISTS (SELECT FROM known)
      ON CONFLICT (order_id) DO NOTHING
      RETURNING order_id
    ),
    locked AS MATERIALIZED (
      SELECT level.variant_id, level.on_hand - level.reserved + level.backorder_limit AS orderable, wanted.quantity
      FROM claim, wanted JOIN inventory.levels level ON level.variant_id = wanted.variant_id
      ORDER BY level.variant_id
      FOR UPDATE OF level
    ),
    verdict AS MATERIALIZED (
      SELECT count(*) = (SELECT count(*) FROM wanted) AND bool_and(orderable >= quantity) AS enough FROM locked
    ),
    taken AS (
      UPDATE inventory.levels level
      SET reserved = level.reserved + locked.quantity, version = level.version + 1, updated_at = ${now}
      FROM locked, verdict
      WHERE level.variant_id = locked.variant_id AND verdict.enough
        AND level.on_hand - level.reserved + level.backorder_limit >= locked.quantity
      RETURNING level.variant_id, level.on_hand - level.reserved AS available, level.version,
        level.on_hand - level.reserved + locked.quantity AS was, level.backorder_limit,
        coalesce(level.low_stock_threshold, (SELECT low_stock_threshold FROM inventory.settings)) AS threshold
    ),
    lines AS (
      INSERT INTO inventory.reservation_lines (order_id, variant_id, quantity)
      SELECT claim.order_id, locked.variant_id, locked.quantity FROM claim, locked, verdict WHERE verdict.enough
    )
    SELECT
      (SELECT status FROM known) AS status,
      EXISTS (SELECT FROM claim) AS claimed,
      (SELECT count(*) FROM taken) = (SELECT count(*) FROM wanted) AS held,
      ARRAY(
        SELECT variant_id FROM lacking
        UNION
        SELECT variant_id FROM locked WHERE orderable < quantity
      )::text[] AS short,
      coalesce((SELECT jsonb_agg(taken) FROM taken), '[]') AS levels`)
}

/** Where an order's reservation stands; null when there is none. */
export async function reservationStatus(tx: Tx, orderId: string): Promise<ReservationStatus | null> {
  const row = await tx.maybe<{ status: ReservationStatus }>(
    sql`SELECT status FROM inventory.reservations WHERE order_id = ${orderId}`,
  )
  return row?.status ?? null
}
