import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { OrdersDeps } from '../deps.ts'
import { creditOf, type DocumentContent, taxesLeft, taxesOfCredit } from '../domain/document.ts'
import { orderView } from '../order-view.ts'
import { everyOrder } from '../owner.ts'
import {
  type DocumentRow,
  findIssued,
  findSeller,
  insertDocument,
  type Issued,
  takeDue,
} from '../store/documents.ts'
import { findOrder } from '../store/find-order.ts'
import { invoiceContent } from './content-of.ts'

/**
 * Writes what is to be written for an order: its invoice once, and a credit note for each sum that went back. As long as
 * the shop has not said who it is, it waits. Each paper leaves an audit entry. Answers what was written.
 */
export async function issueDue(
  deps: OrdersDeps,
  tx: Tx,
  call: CallContext,
  orderId: string,
): Promise<DocumentRow[]> {
  const seller = await findSeller(tx)
  if (seller === null) return []
  const due = await takeDue(tx, orderId)
  const written: DocumentRow[] = []
  for (const { kind, up_to_minor } of due) {
    const issued = await findIssued(tx, orderId)
    const invoice = issued.find((document) => document.kind === 'invoice')
    if (kind === 'invoice' ? invoice !== undefined : invoice === undefined) continue
    const row = await findOrder(tx, orderId, everyOrder)
    if (row === null) continue
    const content =
      invoice === undefined
        ? invoiceContent(orderView(deps, row, 'staff'), seller)
        : creditContent(invoice, issued, up_to_minor, { ...invoice.content, seller })
    if (content === null) continue
    const document = { order_id: orderId, kind, currency: row.currency, content }
    written.push(await insertDocument(tx, { ...document, total_minor: content.total_minor }, deps.clock()))
  }
  for (const document of written)
    await deps.audit.record(tx, call, {
      action: `orders.${document.kind}_issued`,
      subject_type: 'order',
      subject_id: orderId,
      after: { number: document.number, total_minor: document.total_minor },
    })
  return written
}

/** What a credit note takes back of an invoice; null where all that is to be credited has been. */
function creditContent(
  invoice: Issued,
  issued: readonly Issued[],
  upTo: number | null,
  base: DocumentContent,
): DocumentContent | null {
  const notes = issued.filter(({ kind }) => kind === 'credit_note')
  const credited = notes.reduce((sum, { total_minor }) => sum + total_minor, 0)
  const amount = creditOf(invoice.total_minor, credited, upTo)
  if (amount === 0) return null
  const whole = amount === invoice.total_minor
  return {
    ...base,
    lines: whole ? base.lines : [],
    shipping: whole ? base.shipping : { ...base.shipping, amount_minor: 0 },
    discounts: whole ? base.discounts : [],
    taxes: taxesOfCredit(
      taxesLeft(
        base.taxes,
        notes.map(({ content }) => content.taxes),
      ),
      amount,
    ),
    total_minor: amount,
    gift_card_minor: 0,
    credits: invoice.number,
  }
}
