import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { countUnderWay } from '../store/erase-buyer.ts'

/** Whether a customer still waits for something, or the shop for their money. */
export const countOrdersUnderWay =
  (deps: OrdersDeps): Handler<Orders, 'countOrdersUnderWay'> =>
  async ({ account_id }, context) => ({ under_way: await countUnderWay(deps.db, account_id, context.now()) })
