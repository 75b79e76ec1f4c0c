import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from './deps.ts'
import { pageOfPaidBaskets } from './store/paid-baskets.ts'

/** What was bought in orders that were paid and stand, one page. */
export const listPaidBaskets =
  (deps: OrdersDeps): Handler<Orders, 'listPaidBaskets'> =>
  async ({ after, limit }) => {
    const orders = await pageOfPaidBaskets(deps.db, after, limit)
    return { orders, next: orders.length < limit ? null : (orders.at(-1)?.id ?? null) }
  }
