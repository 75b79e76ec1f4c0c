import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { empty, sql } from '@rampart/platform/db/sql.ts'

export type RowOutcome = RawOutputOf<Catalog, 'listTransferRows'>['items'][number]

/** How many rows of one outcome are kept of a transfer. */
export const KEPT_ROWS = 20_000

/** Keeps what became of rows. */
export async function insertRows(tx: Tx, id: string, rows: readonly RowOutcome[]): Promise<void> {
  if (rows.length === 0) return
  await tx.run(sql`
    INSERT INTO catalog.transfer_rows (transfer_id, line, sku, name, outcome, column_name, code, reason, changes)
    SELECT ${id}, line, sku, name, outcome, "column", code, reason, changes
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r (
      line integer, sku text, name text, outcome text, "column" text, code text, reason text, changes jsonb)
    ON CONFLICT DO NOTHING`)
}

export async function deleteRows(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM catalog.transfer_rows WHERE transfer_id = ${id}`)
}

type Outcome = RowOutcome['outcome']

/** Rows in the order of their lines. */
export async function rowPage(
  q: Queryable,
  id: string,
  outcome: Outcome | undefined,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<RowOutcome[]> {
  return q.many<RowOutcome>(sql`
    SELECT line, sku, name, outcome, column_name AS "column", code, reason, changes FROM catalog.transfer_rows
    WHERE transfer_id = ${id}${outcome === undefined ? empty : sql` AND outcome = ${outcome}`}
    ORDER BY line, outcome LIMIT ${limit} OFFSET ${offset}`)
}

export async function countRows(q: Queryable, id: string, outcome: Outcome | undefined): Promise<number> {
  const { total } = await q.one<{ total: number }>(sql`
    SELECT count(*) AS total FROM catalog.transfer_rows
    WHERE transfer_id = ${id}${outcome === undefined ? empty : sql` AND outcome = ${outcome}`}`)
  return total
}
