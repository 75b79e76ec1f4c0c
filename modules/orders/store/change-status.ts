import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { OrderStatus } from '../domain/states.ts'
import type { Owner } from '../owner.ts'

export type StatusChange = {
  readonly id: string
  readonly owner: Owner
  readonly from: readonly OrderStatus[]
  readonly to: OrderStatus
  readonly note: string | null
  readonly actorId: string | null
  /** What the payment counts as from now on; null leaves it. */
  readonly paymentStatus?: 'captured' | 'failed' | 'cancelled' | null
  readonly carrier?: string | null
  readonly trackingNumber?: string | null
  readonly trackingUrl?: string | null
}

/** Where an order stood before it was changed. */
export type Changed = { readonly before: OrderStatus; readonly payment_before: string }

/** Takes an order one step, if it stands where the step begins. Answers null, and does nothing, when it does not. */
export async function changeStatus(tx: Tx, change: StatusChange): Promise<Changed | null> {
  return tx.maybe<Changed>(sql`
    WITH was AS (
      SELECT id, status, payment_status FROM orders.orders
      WHERE id = ${change.id} AND status = ANY(${change.from}::text[]) AND ${change.owner.condition}
        -- What has left in part is not cancelled any more.
        AND (${change.to} <> 'cancelled' OR sent_count = 0)
      FOR UPDATE
    ), changed AS (
      UPDATE orders.orders o SET status = ${change.to}, updated_at = now(),
        payment_status = CASE WHEN o.payment_status = 'pending' THEN coalesce(${change.paymentStatus ?? null}, o.payment_status) ELSE o.payment_status END,
        next_action = NULL,
        carrier = coalesce(${change.carrier ?? null}, o.carrier),
        tracking_number = coalesce(${change.trackingNumber ?? null}, o.tracking_number),
        tracking_url = coalesce(${change.trackingUrl ?? null}, o.tracking_url)
      FROM was WHERE o.id = was.id
      RETURNING o.id
    ), noted AS (
      INSERT INTO orders.history (id, order_id, status, note, actor_id)
      SELECT ${newId()}, changed.id, ${change.to}, ${change.note}, ${change.actorId} FROM changed
    )
    SELECT was.status AS before, was.payment_status AS payment_before FROM was, changed WHERE was.id = changed.id`)
}

/** Where an order stands now, whosever it is; null when there is none. */
export async function statusOf(tx: Tx, id: string): Promise<OrderStatus | null> {
  const row = await tx.maybe<{ status: OrderStatus }>(sql`SELECT status FROM orders.orders WHERE id = ${id}`)
  return row?.status ?? null
}
