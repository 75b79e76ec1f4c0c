import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { ownerOf } from '../owner.ts'
import { countReturns, findReturns } from './store/list-returns.ts'

/** One page of the returns of the caller's orders; for staff of everybody's. */
export const listReturns =
  (deps: OrdersDeps): Handler<Orders, 'listReturns'> =>
  async ({ page, page_size, ...filter }, context) => {
    const owner = ownerOf(context.principal)
    const [items, total] = await Promise.all([
      findReturns(deps.db, owner, filter, page_size, (page - 1) * page_size),
      countReturns(deps.db, owner, filter),
    ])
    return { items, page, page_size, total }
  }
