import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { FIRST_CHECK_SECONDS, NEXT_CHECK_SECONDS } from '../domain/deadlines.ts'
import type { Plan } from '../plan.ts'

export type ProcessRow = {
  order_id: string
  state: 'open' | 'completed' | 'abandoned'
  plan: Plan
  cart_id: string | null
  created_at: string
}

/** Writes a process, or answers the one that the same request began before. */
export async function beginProcess(
  db: Queryable,
  begin: { orderId: string; idempotencyKey: string; plan: Plan; cartId: string | null },
): Promise<ProcessRow> {
  const created = await db.maybe<ProcessRow>(sql`
    INSERT INTO checkout.processes (order_id, idempotency_key, plan, cart_id, check_at)
    VALUES (${begin.orderId}, ${begin.idempotencyKey}, ${JSON.stringify(begin.plan)}, ${begin.cartId},
      now() + ${FIRST_CHECK_SECONDS} * interval '1 second')
    ON CONFLICT (idempotency_key) DO NOTHING
    RETURNING *`)
  return created ?? (await requireProcess(db, begin.idempotencyKey))
}

export async function processByKey(db: Queryable, idempotencyKey: string): Promise<ProcessRow | null> {
  return db.maybe<ProcessRow>(sql`SELECT * FROM checkout.processes WHERE idempotency_key = ${idempotencyKey}`)
}

export async function processOfOrder(db: Queryable, orderId: string): Promise<ProcessRow | null> {
  return db.maybe<ProcessRow>(sql`SELECT * FROM checkout.processes WHERE order_id = ${orderId}`)
}

/** Ends an open process. Answers false when it had ended before. */
export async function endProcess(
  db: Queryable,
  orderId: string,
  state: 'completed' | 'abandoned',
): Promise<boolean> {
  const rows = await db.run(sql`
    UPDATE checkout.processes SET state = ${state}, updated_at = now()
    WHERE order_id = ${orderId} AND state = 'open'`)
  return rows === 1
}

/** Forgets a process that has had no effect, so that its key is free again. */
export async function forgetProcess(db: Queryable, orderId: string): Promise<void> {
  await db.run(sql`DELETE FROM checkout.processes WHERE order_id = ${orderId} AND state = 'open'`)
}

/** Open processes that are due for a look, claimed until the next one. */
export async function claimDueProcesses(db: Queryable, limit: number): Promise<ProcessRow[]> {
  return db.many<ProcessRow>(sql`
    UPDATE checkout.processes SET check_at = now() + ${NEXT_CHECK_SECONDS} * interval '1 second'
    WHERE order_id IN (SELECT order_id FROM checkout.processes WHERE state = 'open' AND check_at <= now()
      ORDER BY check_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING *`)
}

async function requireProcess(db: Queryable, idempotencyKey: string): Promise<ProcessRow> {
  const row = await processByKey(db, idempotencyKey)
  if (row === null) throw new Error('A process of this key was there and is gone.')
  return row
}
