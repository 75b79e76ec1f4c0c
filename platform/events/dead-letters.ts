import type { Queryable } from '../db/db.ts'
import { sql } from '../db/sql.ts'

/** An event that a subscriber could not handle in all its tries. */
export type DeadLetter = {
  readonly id: string
  readonly event_id: string
  readonly type: string
  readonly subscriber: string
  readonly key: string | null
  readonly attempts: number
  readonly last_error: string | null
  readonly occurred_at: string
  readonly dead_at: string
}

type Row = Omit<DeadLetter, 'id'> & { readonly seq: number }

const MAX_LIMIT = 100

/** Dead letters, newest first. `cursor` is the `next_cursor` of the answer before. */
export async function listDead(
  db: Queryable,
  options: { readonly cursor?: string; readonly limit?: number } = {},
): Promise<{ items: DeadLetter[]; next_cursor: string | null }> {
  const limit = Math.min(options.limit ?? 50, MAX_LIMIT)
  const before = toSeq(options.cursor)
  const rows = await db.many<Row>(sql`
    SELECT d.seq, d.event_id, e.type, d.subscriber, d.key, d.attempts, d.last_error, e.occurred_at, d.dead_at
    FROM platform_events.dead_letters d JOIN platform_events.events e ON e.id = d.event_id
    WHERE ${before}::bigint IS NULL OR d.seq < ${before}::bigint
    ORDER BY d.seq DESC
    LIMIT ${limit + 1}`)
  const items = rows.slice(0, limit).map(({ seq, ...letter }) => ({ id: String(seq), ...letter }))
  return { items, next_cursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** Gives dead letters all their tries again, at once. Answers how many there were. */
export async function retryDead(db: Queryable, ids: readonly string[]): Promise<number> {
  const seqs = ids.map(toSeq).filter((seq) => seq !== null)
  return db.run(sql`
    WITH revived AS (
      DELETE FROM platform_events.dead_letters WHERE seq = ANY(${seqs}::bigint[])
      RETURNING seq, event_id, subscriber, key, last_error
    )
    INSERT INTO platform_events.deliveries (seq, event_id, subscriber, key, last_error, due_at)
    SELECT seq, event_id, subscriber, key, last_error, now() FROM revived`)
}

function toSeq(id: string | undefined): number | null {
  return id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : null
}
