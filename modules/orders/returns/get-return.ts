import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { ownerOfReturn } from './owner-of-return.ts'
import { returnView } from './return-view.ts'
import { findReturn } from './store/return-row.ts'

/** One return of the caller's. Not theirs and not there answer alike. */
export const getReturn =
  (deps: OrdersDeps): Handler<Orders, 'getReturn'> =>
  async ({ return_id, token }, context) => {
    const owner = await ownerOfReturn(deps, context.principal, return_id, token)
    const row = await findReturn(deps.db, return_id, owner)
    if (row === null) throw context.fail('NOT_FOUND')
    return returnView(row, owner.kind)
  }
