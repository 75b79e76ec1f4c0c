import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { orderView } from '../order-view.ts'
import { everyOrder } from '../owner.ts'
import { findSeller, noteDue } from '../store/documents.ts'
import { findOrder } from '../store/find-order.ts'
import { issueDue } from './issue-due.ts'

const invoiced: ReadonlySet<string> = new Set(['paid', 'processing', 'shipped', 'delivered'])

/** Writes the invoice of an order that has none yet, such as one from before there were invoices. */
export const issueInvoice =
  (deps: OrdersDeps): Handler<Orders, 'issueInvoice'> =>
  async ({ order_id }, context) => {
    const row = await deps.db.tx(async (tx) => {
      const order = await findOrder(tx, order_id, everyOrder)
      if (order === null) throw context.fail('NOT_FOUND')
      if (!invoiced.has(order.status)) throw context.fail('ORDERS_NOT_INVOICEABLE')
      if ((await findSeller(tx)) === null) throw context.fail('ORDERS_SELLER_UNKNOWN')
      await noteDue(tx, order_id, 'invoice')
      if (order.refunded_minor > 0) await noteDue(tx, order_id, 'credit_note', order.refunded_minor)
      const written = await issueDue(deps, tx, context, order_id)
      if (written.length === 0) throw context.fail('ORDERS_NOT_INVOICEABLE')
      return findOrder(tx, order_id, everyOrder)
    })
    if (row === null) throw context.fail('NOT_FOUND')
    return { documents: orderView(deps, row, 'staff').documents ?? [] }
  }
