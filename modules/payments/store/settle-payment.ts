import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Records a capture, once. A payment that had failed or was cancelled may still be captured: the provider decides. */
export async function capturePayment(tx: Tx, paymentId: string): Promise<boolean> {
  const rows = await tx.run(sql`
    UPDATE payments.payments
    SET status = 'captured', captured_minor = amount_minor, next_action = NULL, updated_at = now()
    WHERE id = ${paymentId} AND status IN ('pending', 'failed', 'cancelled')`)
  return rows === 1
}

/** Records that the cash of a payment that is due was taken, once; not of one that was cancelled first. */
export async function takeCash(tx: Tx, paymentId: string): Promise<boolean> {
  const rows = await tx.run(sql`
    UPDATE payments.payments SET status = 'captured', captured_minor = amount_minor, updated_at = now()
    WHERE id = ${paymentId} AND status = 'pending'`)
  return rows === 1
}

/** Records that a pending payment came to nothing, once. */
export async function closePayment(
  tx: Tx,
  paymentId: string,
  status: 'failed' | 'cancelled',
): Promise<boolean> {
  const rows = await tx.run(sql`
    UPDATE payments.payments SET status = ${status}, next_action = NULL, updated_at = now()
    WHERE id = ${paymentId} AND status = 'pending'`)
  return rows === 1
}

/** Notes a piece of a provider's news. Answers false when it was taken in before. */
export async function takeNews(tx: Tx, provider: string, eventId: string): Promise<boolean> {
  const rows = await tx.run(sql`
    INSERT INTO payments.provider_events (provider, event_id) VALUES (${provider}, ${eventId}) ON CONFLICT DO NOTHING`)
  return rows === 1
}
