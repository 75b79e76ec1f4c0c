import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import {
  Currency,
  Day,
  Id,
  Minor,
  MoneyOut,
  Page,
  pageFields,
  Quantity,
  Text,
  Timestamp,
} from '@rampart/platform/contract/fields.ts'
import { noteOperations } from './orders/notes.ts'
import { pastOperations } from './orders/past.ts'
import { OrderRefund, refundOperations } from './orders/refunds.ts'
import { returnEvents, returnOperations } from './orders/returns.ts'
import { erasureOperation, exportOperation } from './personal-data.ts'
import { basketOperations } from './orders/baskets.ts'
import { OrderDocument, paperOperations } from './orders/papers.ts'
import { OrderPricing } from './orders/pricing.ts'
import { Fulfilment, Shipment, shipmentOperations, TrackingUrl } from './orders/shipments.ts'
import { ShownDiscount, ShownLineDiscount, ShownTax } from './pricing/shown-discounts.ts'
import { Address, articleFields, Email, NextAction, Picture } from './shared-fields.ts'

/** Where an order stands. The way from one to another is in `modules/orders/domain/states.ts`. */
export const OrderStatus = z.enum([
  'pending_payment',
  'paid',
  'processing',
  'shipped',
  'delivered',
  'cancelled',
])

export const PaymentStatus = z.enum([
  'pending',
  'captured',
  'failed',
  'cancelled',
  'partially_refunded',
  'refunded',
])

const OrderItem = z.strictObject({
  id: Id,
  ...articleFields,
  unit_price: MoneyOut,
  quantity: z.int(),
  line_total: MoneyOut,
  /** What discounts took off the line total. */
  discount: MoneyOut,
  /** In it, or on top of it where prices are without tax. */
  tax: MoneyOut,
  /** Such as "19" or "5.5". */
  tax_rate_percent: z.string(),
  /** What is paid for the line: after discounts, with tax. */
  total: MoneyOut,
  discounts: z.array(ShownLineDiscount),
  /** Not all of it was there when it was ordered, and the shop said so. Absent: all was. */
  ships_later: z.boolean().optional(),
})

/** An order as its buyer and the back office see it. */
export const Order = z.strictObject({
  id: Id,
  number: z.string(),
  status: OrderStatus,
  email: z.string(),
  customer_id: Id.nullable(),
  items: z.array(OrderItem),
  subtotal: MoneyOut,
  /** Before discounts. */
  shipping_total: MoneyOut,
  /** Off the lines and the shipping. */
  discount_total: MoneyOut,
  discounts: z.array(ShownDiscount),
  /** Whether prices are with tax or without. */
  prices: z.enum(['inclusive', 'exclusive']),
  tax_total: MoneyOut,
  /** By rate, the highest first. */
  taxes: z.array(ShownTax),
  /** What the order costs, however it is paid. */
  total: MoneyOut,
  /** What gift cards have paid of it. */
  gift_card_total: MoneyOut,
  refunded_total: MoneyOut,
  refunds: z.array(OrderRefund).default([]),
  shipping_method: z.strictObject({ code: z.string(), name: z.string() }),
  shipping_address: Address,
  billing_address: Address.nullable(),
  note: z.string().nullable(),
  payment: z
    .strictObject({ id: Id, provider: z.string(), status: PaymentStatus, next_action: NextAction })
    .nullable(),
  shipment: z
    .strictObject({
      carrier: z.string().nullable(),
      tracking_number: z.string().nullable(),
      tracking_url: z.string().nullable(),
    })
    .nullable(),
  /** In the order they were packed; its buyer sees those that have left. */
  shipments: z.array(Shipment).default([]),
  fulfilment: Fulfilment.default('none'),
  /** Invoices and credit notes, the oldest first. */
  documents: z.array(OrderDocument).default([]),
  history: z.array(
    z.strictObject({ status: OrderStatus, note: z.string().nullable(), occurred_at: Timestamp }),
  ),
  /** What the asker may do with it now. */
  allowed_actions: z.array(z.enum(['cancel', 'pay', 'processing', 'shipped', 'delivered', 'refund'])),
  placed_at: Timestamp,
  /** Opens the order without an account; null for everybody but its buyer as a guest. */
  tracking_token: z.string().nullable(),
})

const OrderSummary = z.strictObject({
  id: Id,
  number: z.string(),
  status: OrderStatus,
  payment_status: PaymentStatus,
  email: z.string(),
  full_name: z.string(),
  total: MoneyOut,
  item_count: z.int(),
  first_item_name: z.string(),
  picture: Picture.nullable(),
  fulfilment: Fulfilment.default('none'),
  placed_at: Timestamp,
})

/** The part of an order that a seller has to fulfil: their own lines and where these go, and nothing of the rest. */
const Sale = z.strictObject({
  id: Id,
  number: z.string(),
  status: OrderStatus,
  items: z.array(OrderItem),
  /** Of these lines. */
  total: MoneyOut,
  shipping_method: z.strictObject({ code: z.string(), name: z.string() }),
  /** Null once nothing is to be sent any more. */
  shipping_address: Address.nullable(),
  shipment: z
    .strictObject({
      carrier: z.string().nullable(),
      tracking_number: z.string().nullable(),
      tracking_url: z.string().nullable(),
    })
    .nullable(),
  /** The seller's own. */
  shipments: z.array(Shipment).default([]),
  history: z.array(z.strictObject({ status: OrderStatus, occurred_at: Timestamp })),
  placed_at: Timestamp,
})

const SaleSummary = z.strictObject({
  id: Id,
  number: z.string(),
  status: OrderStatus,
  /** Of the seller's own lines, as all that follows. */
  total: MoneyOut,
  item_count: z.int(),
  first_item_name: z.string(),
  picture: Picture.nullable(),
  placed_at: Timestamp,
})

const Line = z.strictObject({
  ...articleFields,
  /** Whose article it is; null: the shop's own. */
  seller_id: Id.nullable().default(null),
  unit_price_minor: Minor,
  quantity: Quantity,
  /** Not all of it is there yet. */
  ships_later: z.boolean().optional(),
})

export const orders = defineContract({
  name: 'orders',
  operations: {
    listOrders: {
      kind: 'query',
      summary: 'A customer’s own orders, or for staff all of them, newest first.',
      http: { method: 'GET', path: '/orders' },
      access: { allow: ['customer', 'staff'], permission: 'orders:read', scope: 'shop:read' },
      input: z.strictObject({
        ...pageFields,
        status: OrderStatus.optional(),
        payment_status: PaymentStatus.optional(),
        /** Number, mail address or name. */
        q: Text(120).optional(),
        placed_from: Day.optional(),
        placed_to: Day.optional(),
        sort: z.enum(['placed_at', '-placed_at', 'total', '-total']).optional(),
      }),
      output: Page(OrderSummary),
    },
    getOrder: {
      kind: 'query',
      summary: 'One order: a customer’s own, a guest’s by the order’s or cart’s token, or any for staff.',
      http: { method: 'GET', path: '/orders/:order_id' },
      access: { allow: ['anyone'], permission: 'orders:read', scope: 'shop:read', modules: ['checkout'] },
      input: z.strictObject({ order_id: Id, token: z.string().max(100).optional() }),
      output: Order,
    },
    updateOrder: {
      kind: 'command',
      summary: 'Correct the address or the note of an order that has not been shipped.',
      http: { method: 'PUT', path: '/orders/:order_id' },
      access: { allow: ['staff'], permission: 'orders:write' },
      input: z.strictObject({
        order_id: Id,
        shipping_address: Address.optional(),
        note: Text(1_000).nullable().optional(),
      }),
      output: Order,
      errors: { ORDERS_NOT_EDITABLE: { status: 409, message: 'The order cannot be changed any more.' } },
    },
    cancelOrder: {
      kind: 'command',
      summary: 'Cancel an order that has not been shipped: its stock returns and what was paid is refunded.',
      http: { method: 'POST', path: '/orders/:order_id/cancel' },
      access: { allow: ['anyone'], permission: 'orders:write', scope: 'shop:orders' },
      input: z.strictObject({
        order_id: Id,
        token: z.string().max(100).optional(),
        reason: Text(500).optional(),
      }),
      output: Order,
      errors: {
        ORDERS_NOT_CANCELLABLE: { status: 409, message: 'The order has been shipped or cancelled already.' },
      },
    },
    updateStatus: {
      kind: 'command',
      summary: 'Take an order one step further: processing, shipped, delivered.',
      http: { method: 'POST', path: '/orders/:order_id/update_status' },
      access: { allow: ['staff'], permission: 'orders:write' },
      input: z.strictObject({
        order_id: Id,
        status: OrderStatus,
        note: Text(500).optional(),
        carrier: Text(80).optional(),
        tracking_number: Text(80).optional(),
        tracking_url: TrackingUrl.optional(),
      }),
      output: Order,
      errors: {
        ORDERS_STEP_NOT_ALLOWED: {
          status: 409,
          message: 'The order cannot go from its present status to that one.',
        },
      },
    },
    ...paperOperations,
    ...shipmentOperations,
    listSales: {
      kind: 'query',
      summary: 'Paid orders that hold lines of the seller who asks, newest first, with these lines alone.',
      http: { method: 'GET', path: '/sales' },
      access: { allow: ['staff'], permission: 'orders:own' },
      input: z.strictObject({
        ...pageFields,
        status: OrderStatus.optional(),
        /** The order's number, or the name or SKU of one of the lines. */
        q: Text(120).optional(),
        placed_from: Day.optional(),
        placed_to: Day.optional(),
        sort: z.enum(['placed_at', '-placed_at']).optional(),
      }),
      output: Page(SaleSummary),
    },
    getSale: {
      kind: 'query',
      summary: 'What the seller who asks has sold in one order, and where it goes.',
      http: { method: 'GET', path: '/sales/:order_id' },
      access: { allow: ['staff'], permission: 'orders:own' },
      input: z.strictObject({ order_id: Id }),
      output: Sale,
    },
    createOrder: {
      kind: 'command',
      summary: 'Write an order that waits for its payment. The same id again answers the order there is.',
      access: { modules: ['checkout'] },
      input: z.strictObject({
        order_id: Id,
        email: Email,
        lines: z.array(Line).min(1).max(200),
        currency: Currency,
        shipping_minor: Minor,
        shipping_method: z.strictObject({ code: z.string(), name: z.string() }),
        shipping_address: Address,
        billing_address: Address.nullable(),
        note: z.string().nullable(),
        payment: z.strictObject({ id: Id, provider: z.string(), next_action: NextAction }),
        /** Absent: no discounts and no taxes. */
        pricing: OrderPricing.optional(),
      }),
      output: Order,
    },
    markPaid: {
      kind: 'command',
      summary: 'Record that an order is paid. Answers `cancelled` when that came first, null when unknown.',
      access: { modules: ['checkout'] },
      input: z.strictObject({ order_id: Id }),
      output: z.strictObject({ status: OrderStatus.nullable() }),
    },
    acceptOrder: {
      kind: 'command',
      summary: 'Take in an order that is paid when it arrives. Answers as `markPaid` does.',
      access: { modules: ['checkout'] },
      input: z.strictObject({ order_id: Id }),
      output: z.strictObject({ status: OrderStatus.nullable() }),
    },
    abandonOrder: {
      kind: 'command',
      summary: 'Cancel an order whose payment failed or never came. One that is paid stays as it is.',
      access: { modules: ['checkout'] },
      input: z.strictObject({
        order_id: Id,
        reason: z.enum(['payment_failed', 'payment_expired', 'out_of_stock', 'not_started']),
      }),
      output: z.strictObject({ status: OrderStatus.nullable() }),
    },
    getPlacedOrder: {
      kind: 'query',
      summary: 'An order as its buyer sees it, for the modules that act for the buyer; null when unknown.',
      access: { modules: ['checkout', 'notifications', 'recommendations'] },
      input: z.strictObject({ order_id: Id }),
      output: Order.nullable(),
    },
    countOrdersUnderWay: {
      kind: 'query',
      summary: 'How many orders of a customer are unpaid, not yet sent, or sent within the last 30 days.',
      access: { modules: ['customers'] },
      input: z.strictObject({ account_id: Id }),
      output: z.strictObject({ under_way: z.int() }),
    },
    ...basketOperations,
    ...pastOperations,
    ...refundOperations,
    ...returnOperations,
    ...noteOperations,
    hasBought: {
      kind: 'query',
      summary: 'Whether a customer has bought a product, by orders that were paid and stand.',
      access: { modules: ['reviews'] },
      input: z.strictObject({ customer_id: Id, product_id: Id }),
      output: z.strictObject({ bought: z.boolean() }),
    },
    ...exportOperation,
    ...erasureOperation,
  },
  events: {
    'orders.order-paid.v1': z.strictObject({ order_id: Id }),
    'orders.order-accepted.v1': z.strictObject({ order_id: Id }),
    'orders.order-cancelled.v1': z.strictObject({ order_id: Id, reason: z.string(), was_paid: z.boolean() }),
    'orders.order-shipped.v1': z.strictObject({ order_id: Id }),
    'orders.order-delivered.v1': z.strictObject({ order_id: Id }),
    /** A parcel has left; of an order there may be several. */
    'orders.shipment-sent.v1': z.strictObject({ order_id: Id, shipment_id: Id }),
    /** A paid order was cancelled, or all of it paid back. Another order may hold the same products. */
    'orders.purchase-undone.v1': z.strictObject({ account_id: Id, product_ids: z.array(Id) }),
    /** Lines from another shop were brought along. */
    'orders.past-lines-imported.v1': z.strictObject({ source: z.string() }),
    /** The buyer has left: whoever knows who it was by this order forgets it. */
    'orders.buyer-erased.v1': z.strictObject({ order_id: Id }),
    ...returnEvents,
  },
})

export type Orders = typeof orders
