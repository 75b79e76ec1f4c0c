import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { PaidBack, RefundParts } from '../domain/refund-parts.ts'

export type RefundLineRow = {
  refund_id: string
  line_id: string
  variant_id: string
  quantity: number
  amount_minor: number
  restock: boolean
}

/** What was paid back of a payment by lines. True until the end of the transaction that holds the payment's lock. */
export async function paidBackOf(tx: Tx, paymentId: string): Promise<PaidBack> {
  const { shipping_minor, pieces } = await tx.one<{
    shipping_minor: number
    pieces: Record<string, number>
  }>(sql`
    SELECT
      (SELECT coalesce(sum(shipping_minor), 0)::bigint FROM payments.refunds
        WHERE payment_id = ${paymentId} AND status <> 'failed') AS shipping_minor,
      (SELECT coalesce(jsonb_object_agg(line_id, pieces), '{}') FROM (
        SELECT l.line_id, sum(l.quantity) AS pieces
        FROM payments.refunds r JOIN payments.refund_lines l ON l.refund_id = r.id
        WHERE r.payment_id = ${paymentId} AND r.status <> 'failed' GROUP BY l.line_id) sums) AS pieces`)
  return { shipping_minor, pieces: new Map(Object.entries(pieces)) }
}

/** Writes down what a refund pays back. */
export async function insertRefundParts(
  tx: Tx,
  refundId: string,
  parts: RefundParts,
  returnId: string | null,
): Promise<void> {
  await tx.run(sql`
    UPDATE payments.refunds SET shipping_minor = ${parts.shipping_minor}, return_id = ${returnId}
    WHERE id = ${refundId}`)
  await tx.run(sql`
    INSERT INTO payments.refund_lines (refund_id, line_id, variant_id, quantity, amount_minor, restock)
    SELECT ${refundId}, l.line_id, l.variant_id, l.quantity, l.amount_minor, l.restock
    FROM jsonb_to_recordset(${JSON.stringify(parts.lines)}::jsonb)
      AS l (line_id uuid, variant_id uuid, quantity int, amount_minor bigint, restock boolean)`)
}

/** The lines of refunds. */
export async function linesOfRefunds(q: Queryable, refundIds: readonly string[]): Promise<RefundLineRow[]> {
  return q.many<RefundLineRow>(sql`
    SELECT * FROM payments.refund_lines WHERE refund_id = ANY(${refundIds}::uuid[]) ORDER BY refund_id, line_id`)
}
