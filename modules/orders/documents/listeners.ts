import { orders } from '@rampart/contracts/orders.ts'
import { listen, type ListenerTable } from '@rampart/platform/events/listener.ts'
import type { OrdersDeps } from '../deps.ts'
import { noteDue } from '../store/documents.ts'
import { issueDue } from './issue-due.ts'

/** The papers that follow from what happens to an order. They are written after it, not within: nobody who pays waits. */
export const documentListeners = (deps: OrdersDeps): ListenerTable => [
  listen(orders, 'orders.order-paid.v1', async ({ payload: { order_id } }, { call, once }) => {
    await once(async (tx) => {
      await noteDue(tx, order_id, 'invoice')
      await issueDue(deps, tx, call, order_id)
    })
  }),
  listen(orders, 'orders.order-cancelled.v1', async ({ payload }, { call, once }) => {
    if (!payload.was_paid) return
    await once(async (tx) => {
      await noteDue(tx, payload.order_id, 'credit_note')
      await issueDue(deps, tx, call, payload.order_id)
    })
  }),
]
