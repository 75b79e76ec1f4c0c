import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { MAIN_LOCATION } from '../domain/locations.ts'
import { type ChangedLevel, changedLevel } from './level-row.ts'

type Pieces = readonly { readonly variant_id: string; readonly quantity: number }[]

/**
 * Puts pieces that an order has sold on the shelf of the main location. Never more than it sold and has not given back,
 * and none unless it is committed.
 */
export async function giveBackPieces(
  tx: Tx,
  orderId: string,
  pieces: Pieces,
  now: Date,
): Promise<readonly ChangedLevel[]> {
  // In a statement of its own: what an order has given back is read behind those who give back beside this.
  await tx.run(sql`SELECT FROM inventory.reservations WHERE order_id = ${orderId} FOR UPDATE`)
  const { levels } = await tx.one<{ levels: readonly ChangedLevel[] }>(sql`
    WITH wanted AS (
      SELECT variant_id, sum(quantity)::integer AS quantity
      FROM jsonb_to_recordset(${JSON.stringify(pieces)}::jsonb) AS w (variant_id uuid, quantity integer)
      GROUP BY variant_id
    ),
    room AS MATERIALIZED (
      SELECT line.variant_id, least(wanted.quantity, line.quantity - line.given_back) AS pieces
      FROM wanted
      JOIN inventory.reservation_lines line ON line.order_id = ${orderId} AND line.variant_id = wanted.variant_id
      JOIN inventory.reservations reservation ON reservation.order_id = line.order_id
      WHERE reservation.status = 'committed' AND line.given_back < line.quantity
    ),
    marked AS (
      UPDATE inventory.reservation_lines line SET given_back = line.given_back + room.pieces
      FROM room WHERE line.order_id = ${orderId} AND line.variant_id = room.variant_id
    ),
    locked AS MATERIALIZED (
      SELECT level.variant_id, room.pieces
      FROM room JOIN inventory.levels level ON level.variant_id = room.variant_id
      ORDER BY level.variant_id
      FOR UPDATE OF level
    ),
    returned AS (
      UPDATE inventory.levels level
      SET on_hand = level.on_hand + locked.pieces, version = level.version + 1, updated_at = ${now}
      FROM locked WHERE level.variant_id = locked.variant_id
      RETURNING ${changedLevel}, level.on_hand - level.reserved - locked.pieces AS was, locked.pieces
    ),
    ledger AS (
      INSERT INTO inventory.movements (variant_id, location_id, delta, reason, reference, occurred_at)
      SELECT variant_id, ${MAIN_LOCATION}::uuid, pieces, 'restocked', ${orderId}::text, ${now}::timestamptz FROM returned
    )
    SELECT coalesce((SELECT jsonb_agg(to_jsonb(returned) - 'pieces') FROM returned), '[]') AS levels`)
  return levels
}
