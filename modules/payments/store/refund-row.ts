import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type RefundRow = {
  id: string
  payment_id: string
  amount_minor: number
  status: 'pending' | 'succeeded' | 'failed'
  /** What of it is for the delivery. */
  shipping_minor: number
  /** The return that it pays. */
  return_id: string | null
  reason: string | null
  created_at: string
}

export async function refundByRequest(db: Queryable, requestKey: string): Promise<RefundRow | null> {
  return db.maybe<RefundRow>(sql`SELECT * FROM payments.refunds WHERE request_key = ${requestKey}`)
}

/**
 * Takes an amount out of what is left of a payment and writes the refund: one statement, so that any number of
 * refunds at once can never exceed the capture. `amount` null takes all that is left. Null: not that much is left.
 */
export async function takeRefund(
  tx: Tx,
  paymentId: string,
  amount: number | null,
  requestKey: string,
  reason: string | null,
): Promise<RefundRow | null> {
  return tx.maybe<RefundRow>(sql`
    WITH wanted AS (
      SELECT id, captured_minor - refunded_minor AS open_minor,
        coalesce(${amount}::bigint, captured_minor - refunded_minor) AS amount_minor
      FROM payments.payments WHERE id = ${paymentId} FOR UPDATE
    ), taken AS (
      UPDATE payments.payments p
      SET refunded_minor = p.refunded_minor + w.amount_minor, updated_at = now(),
        status = CASE WHEN p.refunded_minor + w.amount_minor = p.captured_minor THEN 'refunded' ELSE 'partially_refunded' END
      FROM wanted w
      WHERE p.id = w.id AND w.amount_minor > 0 AND w.amount_minor <= w.open_minor
      RETURNING p.id, w.amount_minor
    )
    INSERT INTO payments.refunds (id, payment_id, request_key, amount_minor, reason)
    SELECT ${newId()}, taken.id, ${requestKey}, taken.amount_minor, ${reason} FROM taken
    RETURNING *`)
}

/**
 * Marks a pending refund as done or refused, once. One of a return that was refused lets go of the return: it may be
 * paid by another.
 */
export async function decideRefund(
  tx: Tx,
  refundId: string,
  status: 'succeeded' | 'failed',
): Promise<boolean> {
  const rows = await tx.run(sql`
    UPDATE payments.refunds SET status = ${status},
      request_key = CASE WHEN ${status} = 'failed' AND return_id IS NOT NULL
        THEN request_key || ':refused:' || id ELSE request_key END
    WHERE id = ${refundId} AND status = 'pending'`)
  return rows === 1
}

/** Gives back what a refused refund had taken. */
export async function returnRefund(tx: Tx, paymentId: string, amountMinor: number): Promise<void> {
  await tx.run(sql`
    UPDATE payments.payments
    SET refunded_minor = refunded_minor - ${amountMinor}, updated_at = now(),
      status = CASE WHEN refunded_minor = ${amountMinor} THEN 'captured' ELSE 'partially_refunded' END
    WHERE id = ${paymentId}`)
}

/** Refunds whose provider has not answered yet, claimed for a minute. */
export async function claimOpenRefunds(db: Queryable, limit: number): Promise<RefundRow[]> {
  return db.many<RefundRow>(sql`
    UPDATE payments.refunds SET attempted_at = now()
    WHERE id IN (SELECT id FROM payments.refunds WHERE status = 'pending' AND attempted_at < now() - interval '1 minute'
      ORDER BY attempted_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING *`)
}
