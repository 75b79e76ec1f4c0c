import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { OrdersDeps } from '../deps.ts'
import { orderView } from '../order-view.ts'
import type { Owner } from '../owner.ts'
import { returnView } from '../returns/return-view.ts'
import { allReturns } from '../returns/store/return-row.ts'
import { findAllOrders } from '../store/find-order.ts'

/**
 * All orders of a customer. Those placed as a guest with the same mail address stay out: whoever placed them may have
 * been somebody else, who mistyped it.
 */
export const exportPersonalData =
  (deps: OrdersDeps): Handler<Orders, 'exportPersonalData'> =>
  async ({ account_id }) => {
    const owner: Owner = { condition: sql`customer_id = ${account_id}`, kind: 'buyer' }
    const rows = await findAllOrders(deps.db, owner)
    const data = rows.map((row) => {
      const { allowed_actions: _allowed, tracking_token: _token, ...order } = orderView(deps, row, 'buyer')
      return order
    })
    const returns = await allReturns(deps.db, owner)
    const sent = returns.map((row) => {
      const { allowed_actions: _allowed, ...back } = returnView(row, 'buyer')
      return back
    })
    return {
      sections: [
        { name: 'orders', data },
        { name: 'returns', data: sent },
      ],
    }
  }
