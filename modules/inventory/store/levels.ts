import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { StockChange } from '../domain/change.ts'
import type { ChangedLevel, LevelRow } from './level-row.ts'
import { isOwned } from './owned.ts'

/** Levels of the variants asked for; one without a record has none of anything. */
export async function findLevels(db: Queryable, variantIds: readonly string[]): Promise<LevelRow[]> {
  return await db.many<LevelRow>(sql`
    SELECT asked.variant_id, coalesce(level.on_hand, 0) AS on_hand, coalesce(level.reserved, 0) AS reserved,
      coalesce(level.on_hand - level.reserved, 0) AS available
    FROM (SELECT DISTINCT unnest(${variantIds}::uuid[]) AS variant_id) asked
    LEFT JOIN inventory.levels level ON level.variant_id = asked.variant_id`)
}

/** The level of a variant that has a record and is the owner's, else null. */
export async function findLevel(
  db: Queryable,
  variantId: string,
  owner: string | null,
): Promise<LevelRow | null> {
  return await db.maybe<LevelRow>(sql`
    SELECT variant_id, on_hand, reserved, on_hand - reserved AS available
    FROM inventory.levels level WHERE variant_id = ${variantId} AND ${isOwned(sql`level.variant_id`, owner)}`)
}

/** Makes a record of nothing for variants that have none, in the order of their keys (no deadlock with others). */
export async function addMissingLevels(tx: Tx, variantIds: readonly string[], now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO inventory.levels (variant_id, updated_at)
    SELECT DISTINCT asked.variant_id, ${now}::timestamptz
    FROM unnest(${variantIds}::uuid[]) AS asked (variant_id)
    ORDER BY asked.variant_id
    ON CONFLICT (variant_id) DO NOTHING`)
}

/**
 * Locks levels in the order of their keys. A statement of its own before the change, so that the change sees them as
 * they were locked; within one, conditions and the CHECK would be tried on the rows of the older snapshot.
 */
export async function lockLevels(tx: Tx, variantIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    SELECT FROM inventory.levels WHERE variant_id = ANY(${variantIds}::uuid[]) ORDER BY variant_id FOR UPDATE`)
}

export type ChangedRow = LevelRow & { readonly version: number; readonly on_hand_before: number }

/** Changes a locked level and writes the ledger. Null: the variant has no record, is not the owner's, or the guard refused. */
export async function changeLevel(
  tx: Tx,
  change: StockChange & {
    readonly variant_id: string
    readonly owner: string | null
    readonly max: number
    readonly note: string | null
    readonly actor_id: string | null
    readonly now: Date
  },
): Promise<ChangedRow | null> {
  return await tx.maybe<ChangedRow>(sql`
    WITH before AS MATERIALIZED (
      SELECT variant_id, on_hand, coalesce(${change.to}::integer, on_hand + ${change.by}::integer) AS target
      FROM inventory.levels level
      WHERE variant_id = ${change.variant_id} AND ${isOwned(sql`level.variant_id`, change.owner)}
    ),
    after AS (
      UPDATE inventory.levels level
      SET on_hand = before.target, updated_at = ${change.now},
        version = level.version + CASE WHEN before.target = level.on_hand THEN 0 ELSE 1 END
      FROM before
      WHERE level.variant_id = before.variant_id
        AND before.target >= level.reserved AND before.target <= ${change.max}
      RETURNING level.variant_id, level.on_hand, level.reserved, level.on_hand - level.reserved AS available,
        level.version, before.on_hand AS on_hand_before
    ),
    ledger AS (
      INSERT INTO inventory.movements (variant_id, delta, reason, note, actor_id, occurred_at)
      SELECT variant_id, on_hand - on_hand_before, ${change.reason}::text, ${change.note}::text,
        ${change.actor_id}::uuid, ${change.now}::timestamptz
      FROM after
    )
    SELECT * FROM after`)
}

/**
 * Sets locked levels, but never below what is reserved; with `only_new`, those that never moved. The last figure for a variant counts. Answers the levels that
 * changed.
 */
export async function setLevels(
  tx: Tx,
  given: readonly { readonly variant_id: string; readonly on_hand: number }[],
  how: { readonly only_new: boolean; readonly actor_id: string | null; readonly now: Date },
): Promise<ChangedLevel[]> {
  return await tx.many<ChangedLevel>(sql`
    WITH given AS MATERIALIZED (
      SELECT DISTINCT ON (line.variant_id) line.variant_id, line.on_hand
      FROM unnest(
        ${given.map((line) => line.variant_id)}::uuid[],
        ${given.map((line) => line.on_hand)}::integer[]
      ) WITH ORDINALITY AS line (variant_id, on_hand, place)
      ORDER BY line.variant_id, line.place DESC
    ),
    before AS MATERIALIZED (
      SELECT level.variant_id, level.on_hand, greatest(given.on_hand, level.reserved) AS target
      FROM given JOIN inventory.levels level ON level.variant_id = given.variant_id
    ),
    after AS (
      UPDATE inventory.levels level
      SET on_hand = before.target, version = level.version + 1, updated_at = ${how.now}
      FROM before
      WHERE level.variant_id = before.variant_id AND before.target <> before.on_hand
        AND (NOT ${how.only_new}::boolean
          OR NOT EXISTS (SELECT FROM inventory.movements m WHERE m.variant_id = before.variant_id))
      RETURNING level.variant_id, level.on_hand - level.reserved AS available, level.version,
        before.target - before.on_hand AS delta
    ),
    ledger AS (
      INSERT INTO inventory.movements (variant_id, delta, reason, actor_id, occurred_at)
      SELECT variant_id, delta, 'imported', ${how.actor_id}::uuid, ${how.now}::timestamptz FROM after
    )
    SELECT variant_id, available, version FROM after`)
}
