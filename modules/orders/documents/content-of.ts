import type { z } from 'zod'
import type { Order } from '@rampart/contracts/orders.ts'
import { minorOf } from '@rampart/platform/money/money.ts'
import type { DocumentContent, Seller } from '../domain/document.ts'

type Wire = z.input<typeof Order>

/** What an invoice about an order says: who sells now, and what the order came to. */
export function invoiceContent(order: Wire, seller: Seller): DocumentContent {
  const { phone: _phone, ...recipient } = order.billing_address ?? order.shipping_address
  return {
    order_number: order.number,
    placed_at: order.placed_at,
    prices: order.prices,
    seller,
    recipient,
    lines: order.items.map((item) => ({
      name: item.product_name,
      options: Object.values(item.options),
      sku: item.sku,
      quantity: item.quantity,
      unit_price_minor: minorOf(item.unit_price),
      tax_rate_percent: item.tax_rate_percent,
      total_minor: minorOf(item.line_total),
    })),
    shipping: { name: order.shipping_method.name, amount_minor: minorOf(order.shipping_total) },
    discounts: order.discounts.map(({ name, coupon, amount }) => ({
      name: coupon === null ? name : `${name} (${coupon})`,
      amount_minor: minorOf(amount),
    })),
    taxes: order.taxes.map(({ rate_percent, net, tax }) => ({
      rate_percent,
      net_minor: minorOf(net),
      tax_minor: minorOf(tax),
    })),
    total_minor: minorOf(order.total),
    gift_card_minor: minorOf(order.gift_card_total),
    credits: null,
  }
}
