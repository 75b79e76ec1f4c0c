import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { ownerOfReturn } from './owner-of-return.ts'
import { returnView } from './return-view.ts'
import { takeStep } from './take-step.ts'

/** The buyer keeps the pieces after all. */
export const cancelReturn =
  (deps: OrdersDeps): Handler<Orders, 'cancelReturn'> =>
  async ({ return_id: id, token }, context) => {
    const owner = await ownerOfReturn(deps, context.principal, id, token)
    return returnView(await takeStep(deps, context, { id, owner, to: 'cancelled', note: null }), owner.kind)
  }
