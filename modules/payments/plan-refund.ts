import type { Payments } from '@rampart/contracts/payments.ts'
import type { ErrorCodeOf, ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { PaymentsDeps } from './deps.ts'
import { type RefundParts, refundParts, type WantedLine } from './domain/refund-parts.ts'
import type { PaymentRow } from './store/payment-row.ts'
import { paidBackOf } from './store/refund-lines.ts'

type Input = ParsedInputOf<Payments, 'refundOrder'>
type Arrived = readonly { readonly line_id: string; readonly quantity: number }[]

const refusals = {
  unknown_line: 'PAYMENTS_BAD_LINES',
  pieces_gone: 'PAYMENTS_PIECES_REFUNDED',
  too_large: 'PAYMENTS_REFUND_TOO_LARGE',
} as const

/**
 * Asks the order what was paid for its lines, and answers how to work out the parts of a refund: to be called under the
 * payment's lock, where what was paid back before stands still.
 */
export async function partsPlanner(
  deps: PaymentsDeps,
  context: HandlerContext<ErrorCodeOf<Payments, 'refundOrder'>>,
  payment: PaymentRow,
  input: Input,
  amount: number | null,
): Promise<(tx: Tx) => Promise<RefundParts>> {
  const { order_id, return_id = null } = input
  const facts = await deps.clients.orders.getRefundFacts(context, { order_id, return_id })
  if (facts === null || (return_id !== null && facts.return === null)) throw context.fail('NOT_FOUND')
  const shipping = input.shipping === undefined ? 0 : minorFrom(input.shipping, payment.currency)
  if (shipping === null) throw context.fail('PAYMENTS_BAD_AMOUNT')
  if (facts.return?.ready === false) throw context.fail('PAYMENTS_RETURN_NOT_READY')
  const lines = facts.return === null ? (input.lines ?? []) : ofReturn(facts.return.lines, input.lines)
  if (lines === null) throw context.fail('PAYMENTS_PIECES_REFUNDED')
  if (lines.length === 0 && shipping === 0) {
    throw context.fail(return_id === null ? 'PAYMENTS_BAD_AMOUNT' : 'PAYMENTS_RETURN_NOT_READY')
  }
  return async (tx) => {
    const wanted = { lines, shipping_minor: shipping, amount_minor: amount }
    const parts = refundParts(facts, await paidBackOf(tx, payment.id), wanted)
    if (typeof parts === 'string') throw context.fail(refusals[parts])
    if (parts.amount_minor === 0) throw context.fail('PAYMENTS_NOTHING_TO_REFUND')
    return parts
  }
}

/**
 * Pieces of a return that arrived: all of them, or those named; null when more are named than arrived. What goes back to
 * the stock was decided when they were looked at.
 */
function ofReturn(arrived: Arrived, named: Input['lines']): WantedLine[] | null {
  if (named === undefined) {
    return arrived.filter(({ quantity }) => quantity > 0).map((line) => ({ ...line, restock: false }))
  }
  const fits = named.every(({ line_id, quantity }) =>
    arrived.some((line) => line.line_id === line_id && quantity <= line.quantity),
  )
  return fits ? named.map((line) => ({ ...line, restock: false })) : null
}
