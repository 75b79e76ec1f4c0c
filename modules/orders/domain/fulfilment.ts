import type { OrderStatus } from './states.ts'

/** What happens to a shipment. */
export type ShipmentState = 'packed' | 'shipped' | 'delivered' | 'cancelled'

/** How much of an order is on its way or there. */
export type Fulfilment = 'none' | 'partly_shipped' | 'shipped' | 'partly_delivered' | 'delivered'

type Pieces = {
  readonly status: OrderStatus
  readonly sent_count: number
  readonly arrived_count: number
}

/** Where a shipment may come from to get to a state. A sent parcel does not come back by this way: that is a return. */
export const shipmentSources: Readonly<Record<ShipmentState, readonly ShipmentState[]>> = {
  packed: [],
  shipped: ['packed'],
  delivered: ['shipped'],
  cancelled: ['packed'],
}

/** Statuses in which pieces may be packed and sent. */
export const shippableStatuses: readonly OrderStatus[] = ['paid', 'processing']

/** How far an order has come, by its pieces. An order that was sent before there were shipments counts as its status says. */
export function fulfilmentOf({ status, sent_count, arrived_count }: Pieces): Fulfilment {
  if (status === 'delivered') return 'delivered'
  if (arrived_count > 0) return 'partly_delivered'
  if (status === 'shipped') return 'shipped'
  return sent_count > 0 ? 'partly_shipped' : 'none'
}
