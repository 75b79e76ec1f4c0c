import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type StockTakeRow = {
  readonly id: string
  readonly name: string
  readonly location_id: string
  readonly location_name: string
  readonly status: 'checked' | 'applying' | 'applied' | 'discarded'
  readonly lines: number
  readonly differing: number
  readonly problems: number
  readonly applied: number
  readonly refused: number
  readonly created_by: string
  readonly created_at: string
  readonly finished_at: string | null
}

const columns = sql`take.id, take.name, take.location_id,
  (SELECT name FROM inventory.locations WHERE id = take.location_id) AS location_name, take.status, take.lines,
  take.differing, take.problems, take.applied, take.refused, take.created_by, take.created_at, take.finished_at`

const owned = (owner: string | null) => sql`(${owner}::uuid IS NULL OR take.owner_id = ${owner})`

/** One page of the stock takes, newest first; the owner's alone unless that is null. */
export async function findStockTakes(
  db: Queryable,
  owner: string | null,
  page: { readonly limit: number; readonly offset: number },
): Promise<StockTakeRow[]> {
  return await db.many<StockTakeRow>(sql`
    SELECT ${columns} FROM inventory.stock_takes take WHERE ${owned(owner)}
    ORDER BY take.created_at DESC, take.id LIMIT ${page.limit} OFFSET ${page.offset}`)
}

/** How many there are. */
export async function countStockTakes(db: Queryable, owner: string | null): Promise<number> {
  const { total } = await db.one<{ total: number }>(
    sql`SELECT count(*) AS total FROM inventory.stock_takes take WHERE ${owned(owner)}`,
  )
  return total
}

/** A stock take, if it is the owner's; null else. */
export async function findStockTake(
  db: Queryable,
  id: string,
  owner: string | null,
): Promise<StockTakeRow | null> {
  return await db.maybe<StockTakeRow>(sql`
    SELECT ${columns} FROM inventory.stock_takes take WHERE take.id = ${id} AND ${owned(owner)}`)
}

/** Takes a stock take from one of these states to the next. Null: it is in none of them, or not the owner's. */
export async function moveStockTake(
  tx: Tx,
  id: string,
  owner: string | null,
  step: {
    readonly from: readonly StockTakeRow['status'][]
    readonly to: StockTakeRow['status']
    readonly applied_by?: string
    readonly finished_at: Date | null
  },
): Promise<StockTakeRow | null> {
  return await tx.maybe<StockTakeRow>(sql`
    UPDATE inventory.stock_takes take
    SET status = ${step.to}, finished_at = ${step.finished_at},
      applied_by = coalesce(take.applied_by, ${step.applied_by ?? null}::uuid)
    WHERE take.id = ${id} AND ${owned(owner)} AND take.status = ANY(${step.from}::text[])
    RETURNING ${columns}`)
}
