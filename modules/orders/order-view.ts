import type { z } from 'zod'
import type { Order } from '@rampart/contracts/orders.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { OrdersDeps } from './deps.ts'
import { fulfilmentOf } from './domain/fulfilment.ts'
import { targetsOf } from './domain/states.ts'
import { itemView, pricedTotals } from './priced-view.ts'
import type { OrderRow } from './store/order-row.ts'
import { trackingToken } from './tracking-token.ts'

type Wire = z.input<typeof Order>

/** An order as its buyer or the back office sees it. */
export function orderView(deps: OrdersDeps, row: OrderRow, viewer: 'buyer' | 'staff'): Wire {
  const money = (minor: number) => moneyOut(minor, row.currency)
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    email: row.email,
    customer_id: row.customer_id,
    items: row.items.map((item) => itemView(item, row.currency)),
    subtotal: money(row.subtotal_minor),
    shipping_total: money(row.shipping_minor),
    ...pricedTotals(row),
    total: money(row.total_minor),
    gift_card_total: money(row.gift_card_minor),
    refunded_total: money(row.refunded_minor),
    refunds: row.refunds.map(({ amount_minor, shipping_minor, lines, ...refund }) => ({
      ...refund,
      amount: money(amount_minor),
      shipping: money(shipping_minor),
      lines: lines.map(({ amount_minor: part, ...line }) => ({ ...line, amount: money(part) })),
    })),
    shipping_method: row.shipping_method,
    shipping_address: row.shipping_address,
    // What is kept for the tax office alone is not shown to whoever holds an old link.
    billing_address: viewer === 'buyer' && row.erased_at !== null ? null : row.billing_address,
    note: row.note,
    payment: {
      id: row.payment_id,
      provider: row.payment_provider,
      status: row.payment_status,
      next_action: row.status === 'pending_payment' && viewer === 'buyer' ? row.next_action : null,
    },
    shipment:
      row.status === 'shipped' || row.status === 'delivered'
        ? { carrier: row.carrier, tracking_number: row.tracking_number, tracking_url: row.tracking_url }
        : null,
    shipments: (row.shipments ?? []).filter(({ state }) => viewer === 'staff' || hasLeft.has(state)),
    fulfilment: fulfilmentOf(row),
    documents:
      viewer === 'buyer' && row.erased_at !== null
        ? []
        : (row.documents ?? []).map(({ total_minor, ...document }) => ({
            ...document,
            total: money(total_minor),
          })),
    history: row.history,
    allowed_actions: allowedActions(row, viewer),
    placed_at: row.placed_at,
    tracking_token: viewer === 'buyer' && row.customer_id === null ? trackingToken(deps, row.id) : null,
  }
}

// What is packed may still be packed otherwise: a buyer need not follow that.
const hasLeft: ReadonlySet<string> = new Set(['shipped', 'delivered'])

function allowedActions(row: OrderRow, viewer: 'buyer' | 'staff'): Wire['allowed_actions'] {
  const actions: Wire['allowed_actions'] = []
  for (const target of targetsOf(row.status, viewer)) {
    if (target === 'cancelled' && row.sent_count > 0) continue
    if (target === 'cancelled') actions.push('cancel')
    else if (target === 'processing' || target === 'shipped' || target === 'delivered') actions.push(target)
  }
  if (viewer === 'buyer' && row.status === 'pending_payment' && row.next_action !== null) actions.push('pay')
  const paid = row.payment_status === 'captured' || row.payment_status === 'partially_refunded'
  if (viewer === 'staff' && paid && row.refunded_minor < row.total_minor - row.gift_card_minor)
    actions.push('refund')
  return actions
}
