import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { askErasure } from '../store/erase-buyer.ts'
import { eraseSettled } from './erase-settled.ts'

/** Forgets who bought. An order that is still under way, such as a guest's, is forgotten once it is settled. */
export const erasePersonalData =
  (deps: OrdersDeps): Handler<Orders, 'erasePersonalData'> =>
  async (person, context) => {
    await deps.db.tx((tx) => askErasure(tx, person, context.now()))
    await eraseSettled(deps, context, context.now)
    return null
  }
