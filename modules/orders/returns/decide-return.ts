import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { everyOrder } from '../owner.ts'
import { returnView } from './return-view.ts'
import { findReturnSettings } from './store/return-settings.ts'
import { takeStep } from './take-step.ts'

const owner = everyOrder

/** The buyer may send the pieces back, to the address that the settings have now. */
export const approveReturn =
  (deps: OrdersDeps): Handler<Orders, 'approveReturn'> =>
  async ({ return_id: id, note = null }, context) => {
    const and = async (tx: Parameters<typeof findReturnSettings>[0]) => {
      if ((await findReturnSettings(tx)).address === null) throw context.fail('ORDERS_NO_RETURN_ADDRESS')
    }
    return returnView(await takeStep(deps, context, { id, owner, to: 'approved', note, and }), 'staff')
  }

/** The shop does not take the pieces back. */
export const rejectReturn =
  (deps: OrdersDeps): Handler<Orders, 'rejectReturn'> =>
  async ({ return_id: id, note }, context) =>
    returnView(await takeStep(deps, context, { id, owner, to: 'rejected', note }), 'staff')

/** The parcel is here. */
export const receiveReturn =
  (deps: OrdersDeps): Handler<Orders, 'receiveReturn'> =>
  async ({ return_id: id, note = null }, context) =>
    returnView(await takeStep(deps, context, { id, owner, to: 'received', note }), 'staff')

/** Nothing came, or nothing is paid back. */
export const closeReturn =
  (deps: OrdersDeps): Handler<Orders, 'closeReturn'> =>
  async ({ return_id: id, note }, context) =>
    returnView(await takeStep(deps, context, { id, owner, to: 'closed', note }), 'staff')
