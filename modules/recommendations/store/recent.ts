import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type RecentRow = { readonly product_id: string; readonly week: number; readonly three_weeks: number }

/** Writes the shares of the last weeks anew, as `domain/recent.ts` defines them. Readers see the old ones until it commits. */
export async function replaceRecent(tx: Tx, now: Date): Promise<void> {
  await tx.run(sql`DELETE FROM recommendations.recent`)
  await tx.run(sql`
    INSERT INTO recommendations.recent (product_id, week, three_weeks)
    SELECT product_id,
      coalesce(100.0 * count(*) FILTER (WHERE in_week) / nullif(sum(count(*) FILTER (WHERE in_week)) OVER (), 0), 0),
      100.0 * count(*) / sum(count(*)) OVER ()
    FROM (
      SELECT unnest(product_ids) AS product_id, bought_at >= ${now}::timestamptz - interval '7 days' AS in_week
      FROM recommendations.baskets
      WHERE bought_at >= ${now}::timestamptz - interval '21 days' AND bought_at < ${now}
    ) AS lines
    GROUP BY product_id`)
}

/** What sells best lately. */
export async function findRecent(db: Queryable, most: number): Promise<RecentRow[]> {
  return db.many<RecentRow>(sql`
    SELECT product_id, week, three_weeks FROM recommendations.recent
    ORDER BY three_weeks DESC, product_id LIMIT ${most}`)
}
