import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Up to where retention has cut the chain off; 0 when it never has. */
export async function lastCutPosition(q: Queryable): Promise<number> {
  const { position } = await q.one<{ position: number }>(sql`
    SELECT coalesce(max(position), 0)::bigint AS position FROM audit.checkpoints WHERE kind = 'cut'`)
  return position
}

/**
 * How far the chain may be cut: the last position of an unbroken beginning, among the next `limit` links, in which
 * every entry occurred before `moment`. null when already the first is younger.
 */
export async function findCutPosition(q: Queryable, moment: Date, limit: number): Promise<number | null> {
  const { position } = await q.one<{ position: number | null }>(sql`
    WITH oldest AS MATERIALIZED (
      SELECT c.position, e.occurred_at
      FROM (SELECT position, entry_id FROM audit.chain ORDER BY position LIMIT ${limit}) c
      LEFT JOIN audit.entries e ON e.id = c.entry_id
    )
    SELECT CASE
      WHEN bool_and(coalesce(occurred_at < ${moment}, false)) THEN max(position)
      ELSE min(position) FILTER (WHERE NOT coalesce(occurred_at < ${moment}, false)) - 1
    END AS position
    FROM oldest`)
  return position
}

/** Removes what lies before a cut. The statement of the cut must be there: a trigger refuses anything else. */
export async function deleteBefore(tx: Tx, position: number): Promise<number> {
  await tx.run(sql`
    DELETE FROM audit.entries WHERE id IN (SELECT entry_id FROM audit.chain WHERE position <= ${position})`)
  return tx.run(sql`DELETE FROM audit.chain WHERE position <= ${position}`)
}
