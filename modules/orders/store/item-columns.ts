import { sql } from '@rampart/platform/db/sql.ts'

/** A line `i` of an order as one object, as `ItemRow` has it. */
export const itemColumns = sql`to_jsonb(i) - 'order_id' - 'position' || CASE WHEN EXISTS (
    SELECT FROM orders.late_lines late WHERE late.order_id = i.order_id AND late.position = i.position
  ) THEN '{"ships_later": true}'::jsonb ELSE '{}'::jsonb END || jsonb_build_object('pricing', (
    SELECT to_jsonb(priced) - 'order_id' - 'position' FROM orders.priced_lines priced
    WHERE priced.order_id = i.order_id AND priced.position = i.position))`
