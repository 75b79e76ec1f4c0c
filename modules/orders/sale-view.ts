import type { Orders } from '@rampart/contracts/orders.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { OrderStatus } from './domain/states.ts'
import { itemView } from './priced-view.ts'
import type { SaleRow } from './store/find-sale.ts'

/** While something is to be sent, or may come back from the carrier. */
const withAddress: readonly OrderStatus[] = ['paid', 'processing', 'shipped']

/** A seller's part of an order. */
export function saleView(row: SaleRow): RawOutputOf<Orders, 'getSale'> {
  const { id, number, status, currency, shipping_method, history, placed_at } = row
  const money = (minor: number) => moneyOut(minor, currency)
  return {
    ...{ id, number, status, shipping_method, history, placed_at },
    items: row.items.map((item) => itemView(item, currency)),
    total: money(row.items.reduce((sum, item) => sum + item.unit_price_minor * item.quantity, 0)),
    shipping_address: withAddress.includes(status) ? row.shipping_address : null,
    shipments: row.shipments ?? [],
    shipment:
      status === 'shipped' || status === 'delivered'
        ? { carrier: row.carrier, tracking_number: row.tracking_number, tracking_url: row.tracking_url }
        : null,
  }
}
