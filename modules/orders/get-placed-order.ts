import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from './deps.ts'
import { orderView } from './order-view.ts'
import { everyOrder } from './owner.ts'
import { findOrder } from './store/find-order.ts'
import { trackingToken } from './tracking-token.ts'

/** An order as its buyer sees it, for modules that write to the buyer or finish the purchase. */
export const getPlacedOrder =
  (deps: OrdersDeps): Handler<Orders, 'getPlacedOrder'> =>
  async (input) => {
    const row = await findOrder(deps.db, input.order_id, everyOrder)
    return row === null
      ? null
      : { ...orderView(deps, row, 'buyer'), tracking_token: trackingToken(deps, row.id) }
  }
