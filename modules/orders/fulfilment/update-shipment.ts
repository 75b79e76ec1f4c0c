import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf as sellerOf } from '@rampart/platform/contract/owner.ts'
import type { OrdersDeps } from '../deps.ts'
import { correctTracking, hasShipment, lockOrder } from '../store/shipments.ts'
import { findShipments } from '../store/find-shipments.ts'

/** Adds or corrects how a parcel can be followed; after it has left, too. */
export const updateShipment =
  (deps: OrdersDeps): Handler<Orders, 'updateShipment'> =>
  async ({ order_id, shipment_id, ...tracking }, context) => {
    const seller = sellerOf(context)
    const shipments = await deps.db.tx(async (tx) => {
      const status = await lockOrder(tx, order_id, seller)
      if (status === null || !(await hasShipment(tx, order_id, shipment_id, seller)))
        throw context.fail('NOT_FOUND')
      const corrected = await correctTracking(tx, order_id, shipment_id, seller, tracking)
      if (corrected === null) throw context.fail('ORDERS_SHIPMENT_STEP_NOT_ALLOWED')
      await deps.audit.record(tx, context, {
        action: 'orders.shipment_corrected',
        subject_type: 'order',
        subject_id: order_id,
        after: { shipment_id, changed: Object.keys(tracking) },
      })
      return findShipments(tx, order_id, seller, [shipment_id])
    })
    return { shipments }
  }
