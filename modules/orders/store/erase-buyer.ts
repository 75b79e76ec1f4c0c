import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import { DAYS_ON_THE_WAY, INVOICE_YEARS } from '../domain/retention.ts'

type Person = { readonly account_id: string; readonly email: string; readonly before: string }

/** Neither money nor goods are awaited any more. */
function settledBy(now: Date): Sql {
  return sql`((o.status IN ('delivered', 'cancelled')
    OR o.status = 'shipped' AND o.updated_at <= ${now}::timestamptz - ${DAYS_ON_THE_WAY} * interval '1 day')
    AND NOT EXISTS (SELECT FROM orders.returns r WHERE r.order_id = o.id
      AND r.status IN ('requested', 'approved', 'received', 'inspected')))`
}

/** How many orders of a customer are not settled. */
export async function countUnderWay(q: Queryable, accountId: string, now: Date): Promise<number> {
  const { under_way } = await q.one<{ under_way: number }>(sql`
    SELECT count(*) AS under_way FROM orders.orders o
    WHERE o.customer_id = ${accountId} AND NOT ${settledBy(now)}`)
  return under_way
}

/** Notes on all orders of a person, those placed as a guest too, that their buyer is to be forgotten. */
export async function askErasure(tx: Tx, { account_id, email, before }: Person, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE orders.orders SET erasure_asked_at = ${now}
    WHERE erasure_asked_at IS NULL AND (customer_id = ${account_id}
      OR customer_id IS NULL AND email = ${email} AND placed_at <= ${before})`)
}

/**
 * Forgets the buyers of settled orders that are to be forgotten. An order that was paid keeps the address of its
 * invoice, without the telephone number; of the delivery only the country stays. Answers which orders were changed.
 */
export async function eraseBuyers(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    WITH due AS (
      SELECT o.id FROM orders.orders o
      WHERE o.erasure_asked_at IS NOT NULL AND o.erased_at IS NULL AND ${settledBy(now)}
      ORDER BY o.id LIMIT ${limit} FOR UPDATE
    ), forgotten AS (
      UPDATE orders.history h SET note = NULL FROM due WHERE h.order_id = due.id AND h.note IS NOT NULL
    ), returned AS (
      UPDATE orders.returns r SET note = NULL FROM due WHERE r.order_id = due.id AND r.note IS NOT NULL
    ), answered AS (
      UPDATE orders.return_history h SET note = NULL FROM due, orders.returns r
      WHERE r.order_id = due.id AND h.return_id = r.id AND h.note IS NOT NULL
    ), noted AS (
      DELETE FROM orders.notes n USING due WHERE n.order_id = due.id
    ), followed AS (
      UPDATE orders.shipments s SET carrier = NULL, tracking_number = NULL, tracking_url = NULL
      FROM due WHERE s.order_id = due.id
    )
    UPDATE orders.orders o SET
      email = '', full_name = '', note = NULL, guest_token_hash = NULL, next_action = NULL,
      carrier = NULL, tracking_number = NULL, tracking_url = NULL,
      billing_address = CASE WHEN ${invoiced} THEN coalesce(o.billing_address, o.shipping_address) - 'phone' END,
      invoice_kept_until = CASE WHEN ${invoiced}
        THEN make_date((extract(year FROM o.placed_at AT TIME ZONE 'UTC') + ${INVOICE_YEARS + 1})::int, 1, 1) END,
      shipping_address = jsonb_build_object('street', '-', 'city', '-', 'postal_code', '-',
        'country', o.shipping_address -> 'country'),
      erased_at = ${now}, updated_at = ${now}
    FROM due WHERE o.id = due.id
    RETURNING o.id`)
  return rows.map(({ id }) => id)
}

// Money that was taken has an invoice, also when it was paid back.
const invoiced = sql`o.payment_status IN ('captured', 'partially_refunded', 'refunded')`

/** Forgets the addresses of invoices that no law wants kept any longer. */
export async function forgetInvoices(q: Queryable, now: Date): Promise<void> {
  await q.run(sql`
    WITH over AS (
      UPDATE orders.orders SET billing_address = NULL, invoice_kept_until = NULL
      WHERE invoice_kept_until <= (${now}::timestamptz AT TIME ZONE 'UTC')::date
      RETURNING id
    )
    UPDATE orders.documents d SET content = d.content || '{"recipient": null}'::jsonb
    FROM over WHERE d.order_id = over.id`)
}
