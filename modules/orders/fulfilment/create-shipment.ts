import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { ownerOf as sellerOf } from '@rampart/platform/contract/owner.ts'
import type { OrdersDeps } from '../deps.ts'
import { shippableStatuses } from '../domain/fulfilment.ts'
import { allotPieces, countLines, insertShipments, lockOrder, moveShipments } from '../store/shipments.ts'
import { sellerOf as idOf } from '../seller.ts'
import { followShipments, tellSent } from './after-move.ts'
import { findShipments } from '../store/find-shipments.ts'

/** Packs pieces of an order, or sends them at once. What several sellers sold becomes a shipment of each. */
export const createShipment =
  (deps: OrdersDeps): Handler<Orders, 'createShipment'> =>
  async ({ order_id, lines, shipped, ...tracking }, context) => {
    const seller = sellerOf(context)
    const wanted = lines ?? null
    const shipments = await deps.db.tx(async (tx) => {
      const status = await lockOrder(tx, order_id, seller)
      if (status === null) throw context.fail('NOT_FOUND')
      const items = [...new Set((wanted ?? []).map(({ item_id }) => item_id))]
      if (items.length !== (wanted ?? []).length) throw context.fail('ORDERS_LINE_TWICE')
      if ((await countLines(tx, order_id, seller, items)) !== items.length) throw context.fail('NOT_FOUND')
      if (!shippableStatuses.includes(status)) throw context.fail('ORDERS_NOT_SHIPPABLE')
      const pieces = await allotPieces(tx, order_id, seller, wanted)
      if (pieces === null) throw context.fail('ORDERS_PIECES_NOT_LEFT')
      const ids = await insertShipments(tx, order_id, pieces, tracking)
      if (shipped) {
        const sent = await moveShipments(tx, order_id, { ids, seller, to: 'shipped' })
        await tellSent(deps, tx, order_id, sent)
      }
      const after = await followShipments(deps, tx, order_id, {
        actorId: idOf(context),
        tracking: shipped ? tracking : {},
      })
      await deps.audit.record(tx, context, {
        action: shipped ? 'orders.shipment_shipped' : 'orders.shipment_packed',
        subject_type: 'order',
        subject_id: order_id,
        before: { status },
        after: { status: after, shipment_ids: ids },
      })
      return findShipments(tx, order_id, seller, ids)
    })
    return { shipments }
  }
