import { sql } from '@rampart/platform/db/sql.ts'

/** What was paid back of an order `o`, as `OrderRow` has it. */
export const refundColumns = sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'amount_minor', f.amount_minor,
    'shipping_minor', f.shipping_minor, 'lines', f.lines,
    'occurred_at', to_char(f.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY f.id), '[]')
  FROM orders.refunds f WHERE f.order_id = o.id) AS refunds`
