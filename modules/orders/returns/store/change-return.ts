import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { ReturnState } from '../domain/states.ts'
import type { Looked } from '../domain/inspection.ts'

export type ReturnChange = {
  readonly id: string
  readonly from: readonly ReturnState[]
  readonly to: ReturnState
  /** The shop's word to the buyer. */
  readonly note: string | null
  readonly actor_id: string | null
  readonly now: Date
}

/** Takes a return one step, if it stands where the step begins. Answers where it stood; null when it does not. */
export async function changeReturn(tx: Tx, change: ReturnChange): Promise<ReturnState | null> {
  const row = await tx.maybe<{ before: ReturnState }>(sql`
    WITH was AS (
      SELECT id, status FROM orders.returns
      WHERE id = ${change.id} AND status = ANY(${change.from}::text[]) FOR UPDATE
    ), changed AS (
      UPDATE orders.returns r SET status = ${change.to}, updated_at = ${change.now},
        received_at = CASE WHEN ${change.to} = 'received' THEN ${change.now}::timestamptz ELSE r.received_at END,
        ship_to = CASE WHEN ${change.to} = 'approved'
          THEN (SELECT address FROM orders.return_settings) ELSE r.ship_to END
      FROM was WHERE r.id = was.id RETURNING r.id
    ), noted AS (
      INSERT INTO orders.return_history (id, return_id, status, note, actor_id, occurred_at)
      SELECT ${newId()}, changed.id, ${change.to}, ${change.note}, ${change.actor_id}, ${change.now}::timestamptz
      FROM changed
    )
    SELECT was.status AS before FROM was, changed WHERE was.id = changed.id`)
  return row?.before ?? null
}

/** Writes down how the pieces of a return arrived, and answers those that go back to the stock, by variant. */
export async function writeInspection(
  tx: Tx,
  returnId: string,
  lines: readonly Looked[],
): Promise<{ variant_id: string; quantity: number }[]> {
  return tx.many(sql`
    WITH looked AS (
      UPDATE orders.return_lines l
      SET as_new = w.as_new, damaged = w.damaged, missing = w.missing, restock = w.restock
      FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        AS w (line_id uuid, as_new int, damaged int, missing int, restock boolean)
      WHERE l.return_id = ${returnId} AND l.line_id = w.line_id
      RETURNING l.line_id, l.as_new, l.restock
    )
    SELECT i.variant_id, sum(looked.as_new)::int AS quantity
    FROM looked JOIN orders.items i ON i.id = looked.line_id
    WHERE looked.restock AND looked.as_new > 0 GROUP BY i.variant_id ORDER BY i.variant_id`)
}
