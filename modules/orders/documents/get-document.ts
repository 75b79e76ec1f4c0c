import type { Orders } from '@rampart/contracts/orders.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { OrdersDeps } from '../deps.ts'
import { ownerOfOrder } from '../owner.ts'
import { findIssued } from '../store/documents.ts'
import { findOrder } from '../store/find-order.ts'
import { documentPdf } from './document-pdf.ts'

/** One invoice or credit note of an order as a PDF, for whoever may see the order. */
export const getDocument =
  (deps: OrdersDeps): Handler<Orders, 'getDocument'> =>
  async ({ order_id, document_id, token, language }, context) => {
    const owner = ownerOfOrder(deps, context.principal, order_id, token)
    const order = await findOrder(deps.db, order_id, owner)
    if (order === null || (owner.kind === 'buyer' && order.erased_at !== null))
      throw context.fail('NOT_FOUND')
    const document = (await findIssued(deps.db, order_id)).find(({ id }) => id === document_id)
    if (document === undefined) throw context.fail('NOT_FOUND')
    return documentPdf(document, language)
  }
