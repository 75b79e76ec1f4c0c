import type { z } from 'zod'
import type { PaymentStatus } from '@rampart/contracts/orders.ts'
import type { NextAction } from '@rampart/contracts/shared-fields.ts'
import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type PaymentRow = {
  id: string
  order_id: string
  provider: string
  provider_reference: string
  status: z.infer<typeof PaymentStatus>
  amount_minor: number
  captured_minor: number
  refunded_minor: number
  currency: string
  next_action: z.infer<typeof NextAction>
  created_at: string
}

export async function paymentOfOrder(db: Queryable, orderId: string): Promise<PaymentRow | null> {
  return db.maybe<PaymentRow>(sql`SELECT * FROM payments.payments WHERE order_id = ${orderId}`)
}

export async function paymentById(db: Queryable, id: string): Promise<PaymentRow | null> {
  return db.maybe<PaymentRow>(sql`SELECT * FROM payments.payments WHERE id = ${id}`)
}

/** The payment behind a provider's reference. Orders are found from payments, never from what a message says. */
export async function paymentByReference(
  db: Queryable,
  provider: string,
  reference: string,
): Promise<PaymentRow | null> {
  return db.maybe<PaymentRow>(sql`
    SELECT * FROM payments.payments WHERE provider = ${provider} AND provider_reference = ${reference}`)
}

/** Lets the changes of one payment happen one after the other, until the transaction ends. */
export async function lockPayment(tx: Tx, paymentId: string): Promise<void> {
  await tx.run(sql`SELECT FROM payments.payments WHERE id = ${paymentId} FOR UPDATE`)
}

type NewPayment = Omit<PaymentRow, 'status' | 'captured_minor' | 'refunded_minor' | 'created_at'>

/** Writes a pending payment. Answers null when the order has one already, or a rival request wrote the same reference. */
export async function insertPayment(db: Queryable, payment: NewPayment): Promise<PaymentRow | null> {
  return db.maybe<PaymentRow>(sql`
    INSERT INTO payments.payments (id, order_id, provider, provider_reference, amount_minor, currency, next_action)
    VALUES (${payment.id}, ${payment.order_id}, ${payment.provider}, ${payment.provider_reference},
      ${payment.amount_minor}, ${payment.currency},
      ${payment.next_action === null ? null : JSON.stringify(payment.next_action)})
    ON CONFLICT DO NOTHING
    RETURNING *`)
}
