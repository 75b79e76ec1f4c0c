import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { thresholdOf } from './level-row.ts'

/** Keeps that these fell low until somebody is told. */
export async function noteLow(tx: Tx, variantIds: readonly string[], now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO inventory.low_stock_news (variant_id, noticed_at)
    SELECT DISTINCT asked.variant_id, ${now}::timestamptz
    FROM unnest(${variantIds}::uuid[]) AS asked (variant_id) ORDER BY asked.variant_id
    ON CONFLICT (variant_id) DO NOTHING`)
}

/** Whether there is anything to tell. */
export async function hasNews(db: Queryable): Promise<boolean> {
  const { any } = await db.one<{ any: boolean }>(
    sql`SELECT EXISTS (SELECT FROM inventory.low_stock_news) AS any`,
  )
  return any
}

export type LowRow = {
  readonly seller_id: string | null
  readonly product_name: string | null
  readonly sku: string | null
  readonly available: number
  readonly threshold: number
}

/** Takes all news; answers what is still low of it, the lowest first. */
export async function takeNews(tx: Tx): Promise<LowRow[]> {
  return await tx.many<LowRow>(sql`
    WITH taken AS (DELETE FROM inventory.low_stock_news RETURNING variant_id)
    SELECT label.seller_id, label.product_name, label.sku, level.on_hand - level.reserved AS available,
      ${thresholdOf} AS threshold
    FROM taken
    JOIN inventory.levels level ON level.variant_id = taken.variant_id
    LEFT JOIN inventory.labels label ON label.variant_id = taken.variant_id
    WHERE level.on_hand - level.reserved <= ${thresholdOf}
    ORDER BY available, label.sku, level.variant_id`)
}
