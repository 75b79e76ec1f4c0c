import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf as sellerOf } from '@rampart/platform/contract/owner.ts'
import type { OrdersDeps } from '../deps.ts'
import { sellerOf as idOf } from '../seller.ts'
import { hasShipment, lockOrder, moveShipments } from '../store/shipments.ts'
import { followShipments, tellSent } from './after-move.ts'
import { findShipments } from '../store/find-shipments.ts'

/** Takes a shipment one step further, or takes back one that is only packed. */
export const stepShipment =
  (deps: OrdersDeps): Handler<Orders, 'stepShipment'> =>
  async ({ order_id, shipment_id, state, ...tracking }, context) => {
    const seller = sellerOf(context)
    const shipments = await deps.db.tx(async (tx) => {
      const before = await lockOrder(tx, order_id, seller)
      if (before === null || !(await hasShipment(tx, order_id, shipment_id, seller)))
        throw context.fail('NOT_FOUND')
      const moved = await moveShipments(tx, order_id, { ids: [shipment_id], seller, to: state }, tracking)
      if (moved.length === 0) throw context.fail('ORDERS_SHIPMENT_STEP_NOT_ALLOWED')
      if (state === 'shipped') await tellSent(deps, tx, order_id, moved)
      const after =
        state === 'cancelled'
          ? before
          : await followShipments(deps, tx, order_id, { actorId: idOf(context), tracking })
      await deps.audit.record(tx, context, {
        action: `orders.shipment_${state}`,
        subject_type: 'order',
        subject_id: order_id,
        before: { status: before },
        after: { status: after, shipment_id },
      })
      return findShipments(tx, order_id, seller, [shipment_id])
    })
    return { shipments }
  }
