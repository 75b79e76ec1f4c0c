import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from './deps.ts'
import { orderView } from './order-view.ts'
import { ownerOfOrder } from './owner.ts'
import { findOrder } from './store/find-order.ts'

/** One order of the caller's. Not theirs and not there answer alike. */
export const getOrder =
  (deps: OrdersDeps): Handler<Orders, 'getOrder'> =>
  async (input, context) => {
    const owner = ownerOfOrder(deps, context.principal, input.order_id, input.token)
    const row = await findOrder(deps.db, input.order_id, owner)
    if (row === null) throw context.fail('NOT_FOUND')
    return orderView(deps, row, owner.kind)
  }
