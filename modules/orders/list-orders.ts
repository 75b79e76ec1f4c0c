import type { Orders } from '@rampart/contracts/orders.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from './deps.ts'
import { fulfilmentOf } from './domain/fulfilment.ts'
import { ownerOf } from './owner.ts'
import { countOrders, findOrders } from './store/find-orders.ts'

/** One page of the caller's orders; for staff of everybody's. */
export const listOrders =
  (deps: OrdersDeps): Handler<Orders, 'listOrders'> =>
  async (input, context) => {
    const { page, page_size, sort = '-placed_at', ...filter } = input
    const owner = ownerOf(context.principal)
    const [rows, total] = await Promise.all([
      findOrders(deps.db, owner, filter, sort, page_size, (page - 1) * page_size),
      countOrders(deps.db, owner, filter),
    ])
    const items = rows.map(({ total_minor, currency, sent_count, arrived_count, ...row }) => ({
      ...row,
      fulfilment: fulfilmentOf({ status: row.status, sent_count, arrived_count }),
      total: moneyOut(total_minor, currency),
    }))
    return { items, page, page_size, total }
  }
