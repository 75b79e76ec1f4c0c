import type { Tx } from '@rampart/platform/db/db.ts'
import type { OrdersDeps } from '../deps.ts'
import type { OrderStatus } from '../domain/states.ts'
import { sourcesOf } from '../domain/states.ts'
import { everyOrder } from '../owner.ts'
import { changeStatus, statusOf } from '../store/change-status.ts'
import { type Tracking, wholeness } from '../store/shipments.ts'

type Step = { readonly actorId: string; readonly tracking?: Tracking }

/**
 * Lets an order's status follow its shipments: once something is packed it is being processed, once all is sent it is
 * shipped, once all is there it is delivered. Answers where it stands.
 */
export async function followShipments(
  deps: OrdersDeps,
  tx: Tx,
  orderId: string,
  { actorId, tracking = {} }: Step,
): Promise<OrderStatus | null> {
  const { all_sent, all_there } = await wholeness(tx, orderId)
  const take = (to: OrderStatus, from: readonly OrderStatus[] = sourcesOf(to, 'staff')) =>
    changeStatus(tx, {
      ...{ id: orderId, owner: everyOrder, from, to, note: null, actorId },
      carrier: tracking.carrier ?? null,
      trackingNumber: tracking.tracking_number ?? null,
      trackingUrl: tracking.tracking_url ?? null,
    })
  const tell = (type: 'orders.order-shipped.v1' | 'orders.order-delivered.v1') =>
    deps.outbox.add(tx, type, { order_id: orderId }, { key: orderId })
  if (!all_sent) await take('processing')
  else if ((await take('shipped')) !== null) await tell('orders.order-shipped.v1')
  if (all_there && (await take('delivered')) !== null) await tell('orders.order-delivered.v1')
  return statusOf(tx, orderId)
}

/** Tells that parcels have left. */
export async function tellSent(
  deps: OrdersDeps,
  tx: Tx,
  orderId: string,
  shipments: readonly { readonly id: string }[],
): Promise<void> {
  for (const { id } of shipments)
    await deps.outbox.add(
      tx,
      'orders.shipment-sent.v1',
      { order_id: orderId, shipment_id: id },
      { key: orderId },
    )
}
