import type { Db } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Acknowledged } from './buyers.ts'

type Row = { id: string; status: string; captured: number | null; lines: Record<string, number> }

/** What buyers were told and is not so, as sentences: an empty list is what tests expect. */
export async function brokenPromises(db: Db, told: Acknowledged): Promise<string[]> {
  const rows = await db.many<Row>(sql`
    SELECT o.id, o.status, p.captured_minor AS captured,
      (SELECT jsonb_object_agg(i.variant_id, i.quantity) FROM orders.items i WHERE i.order_id = o.id) AS lines
    FROM orders.orders o LEFT JOIN payments.payments p ON p.order_id = o.id
    WHERE o.id = ANY(${[...told.orders.keys()]}::uuid[])`)
  const found = new Map(rows.map((row) => [row.id, row]))
  const broken: string[] = []
  for (const [id, lines] of told.orders) {
    const row = found.get(id)
    if (row === undefined) broken.push(`order ${id} is gone`)
    else if (!lines.every((line) => row.lines[line.variant_id] === line.quantity))
      broken.push(`order ${id} has other lines`)
  }
  for (const id of told.approved) {
    if ((found.get(id)?.captured ?? 0) === 0) broken.push(`the approved payment of ${id} was not captured`)
  }
  for (const id of told.cancelled) {
    if (found.get(id)?.status !== 'cancelled') broken.push(`the cancelled order ${id} is not cancelled`)
  }
  return broken
}
