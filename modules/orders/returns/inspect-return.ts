import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { everyOrder } from '../owner.ts'
import { isComplete } from './domain/inspection.ts'
import { returnView } from './return-view.ts'
import { writeInspection } from './store/change-return.ts'
import { takeStep } from './take-step.ts'

/** Writes down how each piece arrived. What is as new and to be sold again is told to the stock, once. */
export const inspectReturn =
  (deps: OrdersDeps): Handler<Orders, 'inspectReturn'> =>
  async ({ return_id: id, lines, note = null }, context) => {
    const row = await takeStep(deps, context, {
      ...{ id, owner: everyOrder, to: 'inspected', note },
      and: async (tx, before) => {
        if (!isComplete(before.lines, lines)) throw context.fail('ORDERS_INSPECTION_INCOMPLETE')
        const back = await writeInspection(tx, id, lines)
        if (back.length === 0) return
        const { order_id } = before
        await deps.outbox.add(
          tx,
          'orders.pieces-returned.v1',
          { order_id, return_id: id, lines: back },
          { key: order_id },
        )
      },
    })
    return returnView(row, 'staff')
  }
