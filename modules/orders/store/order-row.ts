import type { z } from 'zod'
import type { OrderPricing } from '@rampart/contracts/orders/pricing.ts'
import type { Order, PaymentStatus } from '@rampart/contracts/orders.ts'
import type { NextAction } from '@rampart/contracts/shared-fields.ts'
import type { OrderStatus } from '../domain/states.ts'
import type { DocumentRow } from './documents.ts'
import type { ShipmentRow } from './shipment-columns.ts'

type WireOrder = z.infer<typeof Order>

/** A line as it is stored. */
export type ItemRow = {
  id: string
  variant_id: string
  product_id: string
  product_slug: string
  product_name: string
  sku: string
  options: Record<string, string>
  picture: WireOrder['items'][number]['picture']
  unit_price_minor: number
  quantity: number
  /** Only where not all of it was there when it was ordered. */
  ships_later?: true
  /** Null: ordered before there were discounts and taxes. */
  pricing: PricedLine | null
}

/** How a line was priced, in minor units. */
type PricedLine = z.infer<typeof OrderPricing>['lines'][number]

/** An order with its lines and its history, as one statement reads it. */
export type OrderRow = {
  id: string
  number: string
  status: OrderStatus
  payment_status: z.infer<typeof PaymentStatus>
  payment_id: string
  payment_provider: string
  next_action: z.infer<typeof NextAction>
  customer_id: string | null
  email: string
  currency: string
  subtotal_minor: number
  shipping_minor: number
  discount_minor: number
  added_tax_minor: number
  gift_card_minor: number
  pricing: Pick<
    z.infer<typeof OrderPricing>,
    'prices' | 'shipping' | 'discounts' | 'taxes' | 'gift_cards'
  > | null
  total_minor: number
  refunded_minor: number
  shipping_method: WireOrder['shipping_method']
  shipping_address: WireOrder['shipping_address']
  billing_address: WireOrder['billing_address']
  note: string | null
  carrier: string | null
  tracking_number: string | null
  tracking_url: string | null
  item_count: number
  sent_count: number
  arrived_count: number
  shipments: ShipmentRow[] | null
  documents: DocumentRow[] | null
  placed_at: string
  /** Since then nobody knows who bought it, but for the address of the invoice. */
  erased_at: string | null
  items: ItemRow[]
  refunds: {
    id: string
    amount_minor: number
    shipping_minor: number
    lines: { line_id: string; quantity: number; amount_minor: number }[]
    occurred_at: string
  }[]
  history: { status: OrderStatus; note: string | null; occurred_at: string }[]
}
