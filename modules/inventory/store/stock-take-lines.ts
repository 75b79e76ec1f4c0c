import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { fromMap, sql } from '@rampart/platform/db/sql.ts'

export type Problem =
  | 'sku_missing'
  | 'sku_unknown'
  | 'sku_twice'
  | 'count_unclear'
  | 'below_reserved'
  | 'location_closed'
  | 'not_there'
  | 'too_many'

export type StockTakeLineRow = {
  readonly line: number
  readonly sku: string
  readonly variant_id: string | null
  readonly product_name: string | null
  readonly counted: number | null
  readonly expected: number | null
  readonly difference: number | null
  readonly status: 'same' | 'differs' | 'problem' | 'applied' | 'refused'
  readonly problem: Problem | null
}

const shown = {
  all: sql`true`,
  differing: sql`line.status IN ('differs', 'applied', 'refused')`,
  problems: sql`line.status IN ('problem', 'refused')`,
}

/** One page of a stock take's lines, in the order of the file, and how many there are. */
export async function findLines(
  db: Queryable,
  takeId: string,
  show: keyof typeof shown,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ items: StockTakeLineRow[]; total: number }> {
  const [items, { total }] = await Promise.all([
    db.many<StockTakeLineRow>(sql`
      SELECT line.line, line.sku, line.variant_id, label.product_name, line.counted, line.expected, line.difference,
        line.status, line.problem
      FROM inventory.stock_take_lines line
      LEFT JOIN inventory.labels label ON label.variant_id = line.variant_id
      WHERE line.stock_take_id = ${takeId} AND ${fromMap(shown, show)}
      ORDER BY line.line LIMIT ${page.limit} OFFSET ${page.offset}`),
    db.one<{ total: number }>(sql`
      SELECT count(*) AS total FROM inventory.stock_take_lines line
      WHERE line.stock_take_id = ${takeId} AND ${fromMap(shown, show)}`),
  ])
  return { items, total }
}

/** A stock take that is being applied. */
export type ApplyingTake = {
  readonly id: string
  readonly location_id: string
  readonly owner_id: string | null
  readonly applied_by: string | null
}

/** Locks a stock take that is being applied, so that one process at a time does; null when it is not. */
export async function lockApplying(tx: Tx, id: string): Promise<ApplyingTake | null> {
  return await tx.maybe<ApplyingTake>(sql`
    SELECT id, location_id, owner_id, applied_by FROM inventory.stock_takes
    WHERE id = ${id} AND status = 'applying' FOR UPDATE`)
}

export type OpenLine = { readonly line: number; readonly variant_id: string; readonly difference: number }

/** The next lines that are to be applied. */
export async function nextLines(tx: Tx, takeId: string, limit: number): Promise<OpenLine[]> {
  return await tx.many<OpenLine>(sql`
    SELECT line, variant_id, difference FROM inventory.stock_take_lines
    WHERE stock_take_id = ${takeId} AND status = 'differs' ORDER BY line LIMIT ${limit}`)
}

/** Notes what became of lines: applied without a problem, refused with one. */
export async function settleLines(
  tx: Tx,
  takeId: string,
  lines: readonly { readonly line: number; readonly problem: Problem | null }[],
): Promise<void> {
  await tx.run(sql`
    WITH settled AS (
      UPDATE inventory.stock_take_lines line
      SET status = CASE WHEN given.problem IS NULL THEN 'applied' ELSE 'refused' END, problem = given.problem
      FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS given (line integer, problem text)
      WHERE line.stock_take_id = ${takeId} AND line.line = given.line AND line.status = 'differs'
      RETURNING line.status
    )
    UPDATE inventory.stock_takes take
    SET applied = take.applied + (SELECT count(*) FROM settled WHERE status = 'applied'),
      refused = take.refused + (SELECT count(*) FROM settled WHERE status = 'refused')
    WHERE take.id = ${takeId}`)
}
