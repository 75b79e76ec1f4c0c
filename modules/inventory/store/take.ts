import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { MAIN_LOCATION } from '../domain/locations.ts'
import { type ChangedLevel, changedLevel } from './level-row.ts'

export type TakeResult = {
  /** Whether every line could be taken. The caller must roll back when it could not. */
  readonly taken: boolean
  readonly short: readonly string[]
  readonly levels: readonly ChangedLevel[]
}

/**
 * Takes the pieces of an order as sold: all lines or none; with `held`, those that it holds. The main location gives
 * first, then the others from the oldest on; what none of them has is owed by the main one. A statement of its own after
 * `claimForSale`, so that it sees the levels as they were locked; within one, conditions would be tried on the rows of
 * the older snapshot.
 */
export async function takeLines(tx: Tx, orderId: string, held: boolean, now: Date): Promise<TakeResult> {
  return await tx.one<TakeResult>(sql`
    WITH wanted AS MATERIALIZED (
      SELECT line.variant_id, line.quantity,
        greatest(0, line.quantity - greatest(0, level.on_hand - level.elsewhere)) AS lacking_here,
        ${held}::boolean OR level.on_hand - level.reserved + level.backorder_limit >= line.quantity AS enough
      FROM inventory.reservation_lines line
      JOIN inventory.levels level ON level.variant_id = line.variant_id
      WHERE line.order_id = ${orderId}
    ),
    verdict AS MATERIALIZED (SELECT coalesce(bool_and(enough), false) AS enough FROM wanted),
    shares AS MATERIALIZED (
      SELECT place.variant_id, place.location_id,
        least(place.on_hand, wanted.lacking_here - coalesce(sum(place.on_hand) OVER before, 0)) AS pieces
      FROM wanted
      JOIN inventory.location_levels place ON place.variant_id = wanted.variant_id
      JOIN inventory.locations location ON location.id = place.location_id
      WINDOW before AS (
        PARTITION BY place.variant_id ORDER BY location.created_at, location.id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    ),
    given AS (
      UPDATE inventory.location_levels place SET on_hand = place.on_hand - shares.pieces
      FROM shares, verdict
      WHERE place.variant_id = shares.variant_id AND place.location_id = shares.location_id
        AND shares.pieces > 0 AND verdict.enough
      RETURNING place.variant_id, place.location_id, shares.pieces
    ),
    elsewhere AS MATERIALIZED (
      SELECT wanted.variant_id, wanted.quantity, coalesce(sum(given.pieces), 0)::integer AS pieces,
        jsonb_object_agg(given.location_id, given.pieces) FILTER (WHERE given.pieces IS NOT NULL) AS shares
      FROM wanted LEFT JOIN given ON given.variant_id = wanted.variant_id
      GROUP BY wanted.variant_id, wanted.quantity
    ),
    noted AS (
      UPDATE inventory.reservation_lines line SET elsewhere = elsewhere.shares
      FROM elsewhere, verdict
      WHERE line.order_id = ${orderId} AND line.variant_id = elsewhere.variant_id AND verdict.enough
        AND line.elsewhere IS DISTINCT FROM elsewhere.shares
    ),
    sold AS (
      UPDATE inventory.levels level
      SET on_hand = level.on_hand - elsewhere.quantity, elsewhere = level.elsewhere - elsewhere.pieces,
        reserved = level.reserved - CASE WHEN ${held}::boolean THEN elsewhere.quantity ELSE 0 END,
        version = level.version + CASE WHEN ${held}::boolean THEN 0 ELSE 1 END, updated_at = ${now}
      FROM elsewhere, verdict
      WHERE level.variant_id = elsewhere.variant_id AND verdict.enough
      RETURNING ${changedLevel}, elsewhere.quantity - elsewhere.pieces AS from_main,
        level.on_hand - level.reserved + CASE WHEN ${held}::boolean THEN 0 ELSE elsewhere.quantity END AS was
    ),
    ledger AS (
      INSERT INTO inventory.movements (variant_id, location_id, delta, reason, reference, occurred_at)
      SELECT variant_id, location_id, -pieces, 'sold', ${orderId}::text, ${now}::timestamptz FROM given
      UNION ALL
      SELECT variant_id, ${MAIN_LOCATION}::uuid, -from_main, 'sold', ${orderId}::text, ${now}::timestamptz
      FROM sold WHERE from_main > 0
    )
    SELECT
      (SELECT enough FROM verdict) AND (SELECT count(*) FROM sold) = (SELECT count(*) FROM wanted) AS taken,
      ARRAY(SELECT variant_id FROM wanted WHERE NOT enough)::text[] AS short,
      coalesce((SELECT jsonb_agg(sold) FROM sold), '[]') AS levels`)
}
