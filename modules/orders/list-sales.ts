import type { Orders } from '@rampart/contracts/orders.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from './deps.ts'
import { sellerOf } from './seller.ts'
import { countSales, findSales } from './store/find-sales.ts'

/** One page of the orders that hold lines of the caller's. */
export const listSales =
  (deps: OrdersDeps): Handler<Orders, 'listSales'> =>
  async ({ page, page_size, sort = '-placed_at', ...filter }, context) => {
    const seller = sellerOf(context)
    const [rows, total] = await Promise.all([
      findSales(deps.db, seller, filter, sort, { limit: page_size, offset: (page - 1) * page_size }),
      countSales(deps.db, seller, filter),
    ])
    const items = rows.map(({ total_minor, currency, ...row }) => ({
      ...row,
      total: moneyOut(total_minor, currency),
    }))
    return { items, page, page_size, total }
  }
