import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { MAIN_LOCATION } from '../domain/locations.ts'
import { type ChangedLevel, changedLevel } from './level-row.ts'

/**
 * Puts the sold pieces of an order back where they came from, but for those that came back before; what a location gave that is closed by now goes to the main
 * one. Without effect unless the order is committed.
 */
export async function restockCommitted(tx: Tx, orderId: string, now: Date): Promise<readonly ChangedLevel[]> {
  const { levels } = await tx.one<{ levels: readonly ChangedLevel[] }>(sql`
    WITH released AS (
      UPDATE inventory.reservations SET status = 'released', updated_at = ${now}
      WHERE order_id = ${orderId} AND status = 'committed'
      RETURNING order_id
    ),
    locked AS MATERIALIZED (
      SELECT level.variant_id, line.quantity - line.given_back AS quantity, line.elsewhere
      FROM released
      JOIN inventory.reservation_lines line ON line.order_id = released.order_id
      JOIN inventory.levels level ON level.variant_id = line.variant_id
      WHERE line.given_back < line.quantity
      ORDER BY level.variant_id
      FOR UPDATE OF level
    ),
    open AS MATERIALIZED (
      SELECT id FROM inventory.locations
      WHERE closed_at IS NULL
        AND id IN (SELECT share.key::uuid FROM locked, jsonb_each_text(locked.elsewhere) AS share)
      FOR SHARE
    ),
    -- What came back before counts as what the last of the locations had given.
    shares AS MATERIALIZED (
      SELECT variant_id, location_id, pieces FROM (
        SELECT locked.variant_id, open.id AS location_id,
          least(share.value::integer, locked.quantity - coalesce(sum(share.value::integer) OVER (
            PARTITION BY locked.variant_id ORDER BY open.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
          ), 0)::integer) AS pieces
        FROM locked, jsonb_each_text(locked.elsewhere) AS share JOIN open ON open.id = share.key::uuid
      ) given WHERE pieces > 0
    ),
    forgotten AS (
      UPDATE inventory.reservation_lines line SET given_back = 0
      FROM released WHERE line.order_id = released.order_id AND line.given_back > 0
    ),
    placed AS (
      INSERT INTO inventory.location_levels (variant_id, location_id, on_hand)
      SELECT variant_id, location_id, pieces FROM shares
      ON CONFLICT (variant_id, location_id) DO UPDATE SET on_hand = location_levels.on_hand + excluded.on_hand
    ),
    returned AS (
      UPDATE inventory.levels level
      SET on_hand = level.on_hand + locked.quantity, version = level.version + 1, updated_at = ${now},
        elsewhere = level.elsewhere + back.pieces
      FROM locked
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(pieces), 0)::integer AS pieces FROM shares WHERE shares.variant_id = locked.variant_id
      ) back
      WHERE level.variant_id = locked.variant_id
      RETURNING ${changedLevel}, level.on_hand - level.reserved - locked.quantity AS was,
        locked.quantity - back.pieces AS to_main
    ),
    ledger AS (
      INSERT INTO inventory.movements (variant_id, location_id, delta, reason, reference, occurred_at)
      SELECT variant_id, location_id, pieces, 'restocked', ${orderId}::text, ${now}::timestamptz FROM shares
      UNION ALL
      SELECT variant_id, ${MAIN_LOCATION}::uuid, to_main, 'restocked', ${orderId}::text, ${now}::timestamptz
      FROM returned WHERE to_main > 0
    )
    SELECT coalesce((SELECT jsonb_agg(returned) FROM returned), '[]') AS levels`)
  return levels
}
