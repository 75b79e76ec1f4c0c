import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { StockChange } from '../domain/change.ts'
import { MAIN_LOCATION } from '../domain/locations.ts'
import { type ChangedLevel, type LevelRow, thresholdOf } from './level-row.ts'
import { isOwned } from './owned.ts'

/** A level after a change, or as it stays because the guard refused it. */
export type ChangedRow = LevelRow & ChangedLevel & { readonly done: boolean; readonly delta: number }

/**
 * Changes a locked level and writes the ledger. `figure` is what is changed: with a location what lies there, without one
 * what is on hand in all, whose change is the main location's. A count of nothing leaves what is owed owed. The guard refuses
 * less than is reserved, less than lies there, and too much. Null: the variant has no record or is not the owner's.
 */
export async function changeLevel(
  tx: Tx,
  change: StockChange & {
    readonly variant_id: string
    readonly location_id: string | null
    readonly owner: string | null
    readonly max: number
    readonly note: string | null
    readonly reference: string | null
    readonly actor_id: string | null
    readonly now: Date
  },
): Promise<ChangedRow | null> {
  const other = change.location_id === MAIN_LOCATION ? null : change.location_id
  return await tx.maybe<ChangedRow>(sql`
    WITH before AS MATERIALIZED (
      SELECT level.variant_id, level.on_hand,
        CASE WHEN ${other}::uuid IS NOT NULL THEN coalesce(place.on_hand, 0)
          WHEN ${change.location_id}::uuid IS NOT NULL THEN level.on_hand - level.elsewhere
          ELSE level.on_hand END AS figure
      FROM inventory.levels level
      LEFT JOIN inventory.location_levels place
        ON place.variant_id = level.variant_id AND place.location_id = ${other}::uuid
      WHERE level.variant_id = ${change.variant_id} AND ${isOwned(sql`level.variant_id`, change.owner)}
    ),
    wanted AS MATERIALIZED (
      SELECT variant_id, on_hand, figure,
        CASE WHEN ${change.to}::integer IS NULL THEN ${change.by}::integer
          WHEN ${change.to}::integer = 0 THEN least(figure, 0) - figure
          ELSE ${change.to}::integer - figure END AS delta
      FROM before
    ),
    after AS (
      UPDATE inventory.levels level
      SET on_hand = wanted.on_hand + wanted.delta, updated_at = ${change.now},
        elsewhere = level.elsewhere + CASE WHEN ${other}::uuid IS NULL THEN 0 ELSE wanted.delta END,
        version = level.version + CASE WHEN wanted.delta = 0 THEN 0 ELSE 1 END
      FROM wanted
      WHERE level.variant_id = wanted.variant_id AND wanted.on_hand + wanted.delta <= ${change.max}
        AND (wanted.delta >= 0 OR (
          wanted.on_hand + wanted.delta >= level.reserved
          AND CASE WHEN ${other}::uuid IS NULL THEN wanted.on_hand - level.elsewhere ELSE wanted.figure END
            + wanted.delta >= 0))
      RETURNING level.variant_id, wanted.figure, wanted.delta
    ),
    placed AS (
      INSERT INTO inventory.location_levels (variant_id, location_id, on_hand)
      SELECT variant_id, ${other}::uuid, figure + delta FROM after WHERE ${other}::uuid IS NOT NULL AND delta <> 0
      ON CONFLICT (variant_id, location_id) DO UPDATE SET on_hand = excluded.on_hand
    ),
    ledger AS (
      INSERT INTO inventory.movements (variant_id, location_id, delta, reason, note, reference, actor_id, occurred_at)
      SELECT variant_id, ${other ?? MAIN_LOCATION}::uuid, delta, ${change.reason}::text, ${change.note}::text,
        ${change.reference}::text, ${change.actor_id}::uuid, ${change.now}::timestamptz
      FROM after
    )
    SELECT level.variant_id, wanted.on_hand + made.delta AS on_hand, level.reserved,
      wanted.on_hand + made.delta - level.reserved AS available, wanted.on_hand - level.reserved AS was,
      level.version + CASE WHEN made.delta = 0 THEN 0 ELSE 1 END AS version, level.backorder_limit,
      ${thresholdOf} AS threshold, made.done, wanted.delta
    FROM wanted
    JOIN inventory.levels level ON level.variant_id = wanted.variant_id
    CROSS JOIN LATERAL (
      SELECT EXISTS (SELECT FROM after) AS done, coalesce((SELECT delta FROM after), 0) AS delta
    ) made`)
}
