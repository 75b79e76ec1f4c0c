import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type NewOrder = {
  readonly id: string
  readonly customer_id: string | null
  readonly guest_token_hash: Buffer | null
  readonly email: string
  readonly full_name: string
  readonly currency: string
  readonly subtotal_minor: number
  readonly shipping_minor: number
  readonly discount_minor: number
  readonly added_tax_minor: number
  readonly gift_card_minor: number
  readonly total_minor: number
  readonly pricing: unknown
  readonly priced_lines: readonly Readonly<Record<string, unknown>>[]
  readonly item_count: number
  readonly shipping_method: unknown
  readonly shipping_address: unknown
  readonly billing_address: unknown
  readonly note: string | null
  readonly payment: { readonly id: string; readonly provider: string; readonly next_action: unknown }
  readonly items: readonly Readonly<Record<string, unknown>>[]
  readonly history_id: string
}

/** Writes an order with its lines and the beginning of its history. Answers false when the id is there already. */
export async function insertOrder(tx: Tx, order: NewOrder): Promise<boolean> {
  const rows = await tx.run(sql`
    WITH placed AS (
      INSERT INTO orders.orders (id, customer_id, guest_token_hash, email, full_name, currency, subtotal_minor,
        shipping_minor, discount_minor, added_tax_minor, gift_card_minor, total_minor, pricing, item_count, shipping_method, shipping_address, billing_address, note,
        payment_id, payment_provider, next_action)
      VALUES (${order.id}, ${order.customer_id}, ${order.guest_token_hash}, ${order.email}, ${order.full_name},
        ${order.currency}, ${order.subtotal_minor}, ${order.shipping_minor}, ${order.discount_minor}, ${order.added_tax_minor},
        ${order.gift_card_minor}, ${order.total_minor},
        ${order.pricing === null ? null : JSON.stringify(order.pricing)}, ${order.item_count},
        ${JSON.stringify(order.shipping_method)}, ${JSON.stringify(order.shipping_address)},
        ${order.billing_address === null ? null : JSON.stringify(order.billing_address)}, ${order.note},
        ${order.payment.id}, ${order.payment.provider},
        ${order.payment.next_action === null ? null : JSON.stringify(order.payment.next_action)})
      ON CONFLICT (id) DO NOTHING
      RETURNING id
    ), lines AS (
      INSERT INTO orders.items (order_id, position, id, variant_id, product_id, product_slug, product_name, sku,
        options, picture, unit_price_minor, quantity)
      SELECT placed.id, l.position, l.id, l.variant_id, l.product_id, l.product_slug, l.product_name, l.sku,
        l.options, l.picture, l.unit_price_minor, l.quantity
      FROM placed, jsonb_to_recordset(${JSON.stringify(order.items)}::jsonb) AS l (position int, id uuid, variant_id uuid,
        product_id uuid, product_slug text, product_name text, sku text, options jsonb, picture jsonb,
        unit_price_minor bigint, quantity int)
      RETURNING order_id, position
    ), priced AS (
      INSERT INTO orders.priced_lines
        (order_id, position, discount_minor, net_minor, tax_minor, tax_rate_bp, total_minor, discounts)
      SELECT lines.order_id, lines.position, l.discount_minor, l.net_minor, l.tax_minor, l.tax_rate_bp, l.total_minor,
        l.discounts
      FROM lines JOIN jsonb_to_recordset(${JSON.stringify(order.priced_lines)}::jsonb) AS l (position int,
        discount_minor bigint, net_minor bigint, tax_minor bigint, tax_rate_bp int, total_minor bigint, discounts jsonb)
        ON l.position = lines.position
    ), sold AS (
      INSERT INTO orders.seller_lines (order_id, position, seller_id)
      SELECT lines.order_id, lines.position, l.seller_id
      FROM lines JOIN jsonb_to_recordset(${JSON.stringify(order.items)}::jsonb) AS l (position int, seller_id uuid)
        ON l.position = lines.position
      WHERE l.seller_id IS NOT NULL
    ), late AS (
      INSERT INTO orders.late_lines (order_id, position)
      SELECT lines.order_id, lines.position
      FROM lines JOIN jsonb_to_recordset(${JSON.stringify(order.items)}::jsonb) AS l (position int, ships_later boolean)
        ON l.position = lines.position
      WHERE l.ships_later
    )
    INSERT INTO orders.history (id, order_id, status) SELECT ${order.history_id}, placed.id, 'pending_payment' FROM placed`)
  return rows === 1
}
