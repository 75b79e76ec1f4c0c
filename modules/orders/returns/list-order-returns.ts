import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { ownerOfOrder } from '../owner.ts'
import { returnableUntil } from './domain/period.ts'
import { returnView } from './return-view.ts'
import { findDelivered, piecesLeft } from './store/request-return.ts'
import { findReturnSettings } from './store/return-settings.ts'
import { returnsOfOrder } from './store/return-row.ts'

/** The returns of an order of the caller's, and what of it they can still send back. */
export const listOrderReturns =
  (deps: OrdersDeps): Handler<Orders, 'listOrderReturns'> =>
  async ({ order_id, token }, context) => {
    const owner = ownerOfOrder(deps, context.principal, order_id, token)
    const order = await findDelivered(deps.db, order_id, owner)
    if (order === null) throw context.fail('NOT_FOUND')
    const [rows, left, { period_days }] = await Promise.all([
      returnsOfOrder(deps.db, order_id),
      piecesLeft(deps.db, order_id),
      findReturnSettings(deps.db),
    ])
    const until = returnableUntil(order.delivered_at, period_days)
    const inTime = owner.kind === 'staff' || (until !== null && until >= context.now())
    return {
      items: rows.map((row) => returnView(row, owner.kind)),
      returnable: order.delivered_at !== null && inTime ? left : [],
      until: until?.toISOString() ?? null,
    }
  }
