import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { LevelRow } from './level-row.ts'
import { isOwned } from './owned.ts'

export type StockRow = LevelRow & {
  readonly sku: string | null
  readonly product_id: string | null
  readonly product_name: string | null
  readonly options: Readonly<Record<string, string>>
  readonly updated_at: string
}

type StockFilter = {
  /** Whose stock alone, whatever else is asked; null: everybody's. */
  readonly owner: string | null
  readonly variant_id: string | null
  readonly at_most: number | null
}

/** One page of the stock with its labels, least available first. */
export async function findStock(
  db: Queryable,
  filter: StockFilter & { readonly limit: number; readonly offset: number },
): Promise<StockRow[]> {
  return await db.many<StockRow>(sql`
    SELECT level.variant_id, level.on_hand, level.reserved, level.on_hand - level.reserved AS available,
      label.sku, label.product_id, label.product_name, coalesce(label.options, '{}') AS options, level.updated_at
    FROM inventory.levels level LEFT JOIN inventory.labels label ON label.variant_id = level.variant_id
    WHERE ${matches(filter)}
    ORDER BY level.on_hand - level.reserved, level.variant_id
    LIMIT ${filter.limit} OFFSET ${filter.offset}`)
}

/** How many variants match. */
export async function countStock(db: Queryable, filter: StockFilter): Promise<number> {
  const { total } = await db.one<{ total: number }>(
    sql`SELECT count(*) AS total FROM inventory.levels level WHERE ${matches(filter)}`,
  )
  return total
}

function matches(filter: StockFilter) {
  return sql`${isOwned(sql`level.variant_id`, filter.owner)} AND (${filter.variant_id}::uuid IS NULL OR level.variant_id = ${filter.variant_id}::uuid)
    AND (${filter.at_most}::integer IS NULL OR level.on_hand - level.reserved <= ${filter.at_most}::integer)`
}
