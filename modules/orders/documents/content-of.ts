import type { z } from 'zod'
import type { Order } from '@rampart/contracts/orders.ts'
import { minorOf } from '@rampart/platform/money/money.ts'
import type { DocumentContent, Seller } from '../domain/document.ts'

type Wire = z.input<typeof Order>

/** What an invoice about an order says: who sells now, and what the order came to. */
export function invoiceContent(order: Wire, seller: Seller): DocumentContent {
  const { phone: _phone, ...recipient } = order.billing_address ?? order.shipping_address
  const total = minorOf(order.total)
  return {
    order_number: order.number,
    placed_at: order.placed_at,
    prices: 'inclusive',
    seller,
    recipient,
    lines: order.items.map((item) => ({
      name: item.product_name,
      options: Object.values(item.options),
      sku: item.sku,
      quantity: item.quantity,
      unit_price_minor: minorOf(item.unit_price),
      discount_minor: 0,
      tax_rate_percent: null,
      total_minor: minorOf(item.line_total),
    })),
    shipping: { name: order.shipping_method.name, amount_minor: minorOf(order.shipping_total) },
    discounts: [],
    taxes: [{ rate_percent: '0', net_minor: total, tax_minor: 0 }],
    total_minor: total,
    gift_card_minor: 0,
    credits: null,
  }
}
