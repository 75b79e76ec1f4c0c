import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { MAIN_LOCATION } from '../domain/locations.ts'
import type { LevelRow } from './level-row.ts'
import { isOwned } from './owned.ts'

export type Transfer = {
  readonly variant_id: string
  readonly from: string
  readonly to: string
  readonly quantity: number
  readonly note: string | null
  /** Stands at both movements. */
  readonly reference: string
  readonly actor_id: string | null
  readonly now: Date
}

/**
 * Moves pieces of a locked level from one location to another; what is on hand in all stays. Null: the variant has no
 * record, is not the owner's, or there are not so many pieces.
 */
export async function movePieces(tx: Tx, transfer: Transfer, owner: string | null): Promise<LevelRow | null> {
  const { from, to, quantity } = transfer
  const more = (to === MAIN_LOCATION ? 0 : quantity) - (from === MAIN_LOCATION ? 0 : quantity)
  return await tx.maybe<LevelRow>(sql`
    WITH enough AS MATERIALIZED (
      SELECT level.variant_id
      FROM inventory.levels level
      LEFT JOIN inventory.location_levels place
        ON place.variant_id = level.variant_id AND place.location_id = ${from}
      WHERE level.variant_id = ${transfer.variant_id} AND ${isOwned(sql`level.variant_id`, owner)}
        AND CASE WHEN ${from === MAIN_LOCATION}::boolean THEN level.on_hand - level.elsewhere
          ELSE coalesce(place.on_hand, 0) END >= ${quantity}::integer
    ),
    after AS (
      UPDATE inventory.levels level SET elsewhere = level.elsewhere + ${more}::integer, updated_at = ${transfer.now}
      FROM enough WHERE level.variant_id = enough.variant_id
      RETURNING level.variant_id, level.on_hand, level.reserved, level.on_hand - level.reserved AS available
    ),
    given AS (
      UPDATE inventory.location_levels place SET on_hand = place.on_hand - ${quantity}::integer
      FROM enough
      WHERE place.variant_id = enough.variant_id AND place.location_id = ${from} AND place.location_id <> ${MAIN_LOCATION}
    ),
    placed AS (
      INSERT INTO inventory.location_levels (variant_id, location_id, on_hand)
      SELECT variant_id, ${to}::uuid, ${quantity}::integer FROM enough WHERE ${to}::uuid <> ${MAIN_LOCATION}
      ON CONFLICT (variant_id, location_id) DO UPDATE SET on_hand = location_levels.on_hand + excluded.on_hand
    ),
    ledger AS (
      INSERT INTO inventory.movements (variant_id, location_id, delta, reason, note, reference, actor_id, occurred_at)
      SELECT enough.variant_id, half.location_id, half.delta, 'transferred', ${transfer.note}::text,
        ${transfer.reference}::text, ${transfer.actor_id}::uuid, ${transfer.now}::timestamptz
      FROM enough, (VALUES (${from}::uuid, -${quantity}::integer), (${to}::uuid, ${quantity}::integer))
        AS half (location_id, delta)
    )
    SELECT * FROM after`)
}
