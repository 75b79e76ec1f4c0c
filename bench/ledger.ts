import type { Db } from '../platform/db/db.ts'
import { sql } from '../platform/db/sql.ts'

export type LedgerResult = {
  readonly movements: number
  readonly levels: number
  /** Levels that are not the sum of their movements. */
  readonly wrong: number
}

/** Whether the stock is what its movements say, after everything that was bought. */
export async function readLedger(db: Db): Promise<LedgerResult> {
  return db.one<LedgerResult>(sql`
    WITH sums AS (SELECT variant_id, sum(delta) AS moved, count(*) AS n FROM inventory.movements GROUP BY variant_id)
    SELECT coalesce(sum(s.n), 0)::bigint AS movements, count(*) AS levels,
      count(*) FILTER (WHERE l.on_hand <> coalesce(s.moved, 0)) AS wrong
    FROM inventory.levels AS l LEFT JOIN sums AS s ON s.variant_id = l.variant_id`)
}
