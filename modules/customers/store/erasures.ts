import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** A customer's leaving. */
export type ErasureRow = {
  readonly id: string
  readonly account_id: string
  /** Sealed. */
  readonly contact: Buffer
  readonly requested_at: string
  readonly erased_at: string | null
}

type NewErasure = { readonly id: string; readonly account_id: string; readonly contact: Buffer }

/** Writes that a customer leaves; null when that is written already. Of any number of tries one writes it. */
export async function insertErasure(
  tx: Tx,
  given: NewErasure,
  now: Date,
): Promise<{ requested_at: string } | null> {
  return tx.maybe<{ requested_at: string }>(sql`
    INSERT INTO customers.erasures (id, account_id, contact, requested_at)
    VALUES (${given.id}, ${given.account_id}, ${given.contact}, ${now})
    ON CONFLICT (account_id) DO NOTHING RETURNING requested_at`)
}

/** When a customer asked to leave. */
export async function findRequest(q: Queryable, accountId: string): Promise<{ requested_at: string } | null> {
  return q.maybe<{ requested_at: string }>(
    sql`SELECT requested_at FROM customers.erasures WHERE account_id = ${accountId}`,
  )
}

/** A leaving that is not at its end; null otherwise. */
export async function findOpenErasure(q: Queryable, id: string): Promise<ErasureRow | null> {
  return q.maybe<ErasureRow>(sql`
    SELECT id, account_id, contact, requested_at, erased_at FROM customers.erasures
    WHERE id = ${id} AND finished_at IS NULL`)
}

/** Notes that every module has removed what it held; false when that was noted before. */
export async function markErased(tx: Tx, id: string, now: Date): Promise<boolean> {
  const marked = await tx.run(
    sql`UPDATE customers.erasures SET erased_at = ${now} WHERE id = ${id} AND erased_at IS NULL`,
  )
  return marked > 0
}

/** Ends a leaving and forgets the last that was known of the person. */
export async function finishErasure(q: Queryable, id: string, now: Date): Promise<void> {
  await q.run(sql`
    UPDATE customers.erasures SET finished_at = ${now}, contact = NULL
    WHERE id = ${id} AND erased_at IS NOT NULL AND finished_at IS NULL`)
}

/** Leavings asked for before a moment that are still not at their end. */
export async function listOpenErasures(q: Queryable, before: Date): Promise<{ id: string }[]> {
  return q.many<{ id: string }>(sql`
    SELECT id FROM customers.erasures
    WHERE finished_at IS NULL AND requested_at < ${before} ORDER BY requested_at LIMIT 100`)
}
