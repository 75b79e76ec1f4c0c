import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { ChangedLevel, LevelRow } from './level-row.ts'
import { changedLevel } from './level-row.ts'
import { isOwned } from './owned.ts'

export type RulesRow = LevelRow &
  ChangedLevel & {
    readonly low_stock_threshold: number | null
    readonly backorder_limit: number
    readonly before: { readonly low_stock_threshold: number | null; readonly backorder_limit: number }
  }

/**
 * Sets the rules of a locked level; undefined leaves one as it is. A limit below what was ordered already takes no more
 * orders, and those stay. Null: the variant has no record or is not the owner's.
 */
export async function changeRules(
  tx: Tx,
  rules: {
    readonly variant_id: string
    readonly low_stock_threshold?: number | null | undefined
    readonly backorder_limit?: number | undefined
    readonly now: Date
  },
  owner: string | null,
): Promise<RulesRow | null> {
  return await tx.maybe<RulesRow>(sql`
    WITH before AS MATERIALIZED (
      SELECT variant_id, on_hand - reserved AS available, low_stock_threshold, backorder_limit,
        coalesce(${rules.backorder_limit ?? null}::integer, backorder_limit) AS wanted
      FROM inventory.levels level
      WHERE variant_id = ${rules.variant_id} AND ${isOwned(sql`level.variant_id`, owner)}
    )
    UPDATE inventory.levels level
    SET low_stock_threshold = CASE WHEN ${rules.low_stock_threshold === undefined}::boolean
        THEN before.low_stock_threshold ELSE ${rules.low_stock_threshold ?? null}::integer END,
      backorder_limit = before.wanted, overdraft = greatest(before.wanted, -before.available, 0),
      version = level.version + CASE WHEN before.wanted = before.backorder_limit THEN 0 ELSE 1 END,
      updated_at = ${rules.now}
    FROM before
    WHERE level.variant_id = before.variant_id
    RETURNING ${changedLevel}, level.on_hand, level.reserved, level.low_stock_threshold, before.available AS was,
      jsonb_build_object('low_stock_threshold', before.low_stock_threshold,
        'backorder_limit', before.backorder_limit) AS before`)
}

export type SettingsRow = { readonly low_stock_threshold: number }

/** What holds for variants without rules of their own. */
export async function findSettings(db: Queryable): Promise<SettingsRow> {
  return await db.one<SettingsRow>(sql`SELECT low_stock_threshold FROM inventory.settings`)
}

/** Replaces the settings; answers those before. */
export async function changeSettings(tx: Tx, settings: SettingsRow): Promise<SettingsRow> {
  const before = await tx.one<SettingsRow>(sql`SELECT low_stock_threshold FROM inventory.settings FOR UPDATE`)
  await tx.run(sql`UPDATE inventory.settings SET low_stock_threshold = ${settings.low_stock_threshold}`)
  return before
}
