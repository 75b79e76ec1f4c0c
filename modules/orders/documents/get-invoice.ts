import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { ownerOfOrder } from '../owner.ts'
import { findIssued } from '../store/documents.ts'
import { findOrder } from '../store/find-order.ts'
import { documentPdf } from './document-pdf.ts'

/** The invoice of an order as a PDF, for whoever may see the order. */
export const getInvoice =
  (deps: OrdersDeps): Handler<Orders, 'getInvoice'> =>
  async ({ order_id, token, language }, context) => {
    const owner = ownerOfOrder(deps, context.principal, order_id, token)
    const order = await findOrder(deps.db, order_id, owner)
    if (order === null) throw context.fail('NOT_FOUND')
    const issued = await findIssued(deps.db, order_id)
    const invoice = issued.find(({ kind }) => kind === 'invoice')
    // Whoever holds an old link is told nothing of a buyer who has left.
    if (invoice === undefined || (owner.kind === 'buyer' && order.erased_at !== null))
      throw context.fail('ORDERS_NO_INVOICE')
    return documentPdf(invoice, language)
  }
