import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { type ChangedLevel, changedLevel, type LevelRow } from './level-row.ts'
import { isOwned } from './owned.ts'

/** Levels of the variants asked for, with what can be ordered; one without a record has none of anything. */
export async function findLevels(
  db: Queryable,
  variantIds: readonly string[],
): Promise<(LevelRow & { readonly orderable: number })[]> {
  return await db.many(sql`
    SELECT asked.variant_id, coalesce(level.on_hand, 0) AS on_hand, coalesce(level.reserved, 0) AS reserved,
      coalesce(level.on_hand - level.reserved, 0) AS available,
      greatest(0, coalesce(level.on_hand - level.reserved + level.backorder_limit, 0)) AS orderable
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

/**
 * Sets locked levels, but never below what is reserved or lies in other locations; with `only_new`, those that never moved.
 * None at all leaves what is owed owed. The main location has the change; the last figure for a variant counts. Answers the
 * levels that changed.
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
      SELECT level.variant_id, level.on_hand,
        CASE WHEN given.on_hand = 0 AND level.on_hand < 0 THEN level.on_hand
          ELSE greatest(given.on_hand, least(level.reserved, level.on_hand), level.elsewhere) END AS target
      FROM given JOIN inventory.levels level ON level.variant_id = given.variant_id
    ),
    after AS (
      UPDATE inventory.levels level
      SET on_hand = before.target, version = level.version + 1, updated_at = ${how.now}
      FROM before
      WHERE level.variant_id = before.variant_id AND before.target <> before.on_hand
        AND (NOT ${how.only_new}::boolean
          OR NOT EXISTS (SELECT FROM inventory.movements m WHERE m.variant_id = before.variant_id))
      RETURNING ${changedLevel}, before.on_hand - level.reserved AS was, before.target - before.on_hand AS delta
    ),
    ledger AS (
      INSERT INTO inventory.movements (variant_id, delta, reason, actor_id, occurred_at)
      SELECT variant_id, delta, 'imported', ${how.actor_id}::uuid, ${how.now}::timestamptz FROM after
    )
    SELECT variant_id, available, version, was, backorder_limit, threshold FROM after`)
}
