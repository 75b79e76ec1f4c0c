import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from './deps.ts'
import { saleView } from './sale-view.ts'
import { sellerOf } from './seller.ts'
import { findSale } from './store/find-sale.ts'

/** The caller's lines of one order. None of theirs and not there answer alike. */
export const getSale =
  (deps: OrdersDeps): Handler<Orders, 'getSale'> =>
  async ({ order_id }, context) => {
    const row = await findSale(deps.db, order_id, sellerOf(context))
    if (row === null) throw context.fail('NOT_FOUND')
    return saleView(row)
  }
