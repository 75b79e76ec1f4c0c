import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { purseOf } from './cash/purse.ts'
import type { PaymentsDeps } from './deps.ts'
import { refundLines, refundReversalLines } from './domain/ledger.ts'
import type { RefundParts } from './domain/refund-parts.ts'
import type { PaymentProvider } from './provider.ts'
import { providerOf } from './providers.ts'
import { insertLedger } from './store/insert-ledger.ts'
import { lockPayment, type PaymentRow, paymentOfOrder } from './store/payment-row.ts'
import { insertRefundParts, linesOfRefunds } from './store/refund-lines.ts'
import {
  decideRefund,
  refundByRequest,
  type RefundRow,
  returnRefund,
  takeRefund,
} from './store/refund-row.ts'

export type RefundRequest = {
  /** Minor units; null: all that is left. */
  readonly amount: number | null
  /** What makes this request different from every other; the same again is the same refund. */
  readonly requestKey: string
  readonly reason: string | null
  /** What it pays back, worked out under the payment's lock; absent: an amount as such. */
  readonly partsOf?: (tx: Tx) => Promise<RefundParts>
  readonly returnId?: string | null
}

/**
 * Sets an amount aside and asks the provider to pay it back. Answers null when not that much is left. A provider
 * that cannot be reached leaves the refund pending: `finish-refunds` asks again with the same id.
 */
export async function refundPayment(
  deps: PaymentsDeps,
  providers: ReadonlyMap<string, PaymentProvider>,
  context: CallContext,
  payment: PaymentRow,
  request: RefundRequest,
): Promise<RefundRow | null> {
  const known = await refundByRequest(deps.db, request.requestKey)
  if (known !== null) return known
  const refund = await deps.db.tx(async (tx) => {
    // Under the payment's lock: a rival with the same key has committed by now, or begins after this.
    await lockPayment(tx, payment.id)
    const rival = await refundByRequest(tx, request.requestKey)
    if (rival !== null) return rival
    const parts = await request.partsOf?.(tx)
    const amount = parts?.amount_minor ?? request.amount
    const set = await takeRefund(tx, payment.id, amount, request.requestKey, request.reason)
    if (set === null) return null
    const returnId = request.returnId ?? null
    if (parts !== undefined) await insertRefundParts(tx, set.id, parts, returnId)
    const taken = { ...set, shipping_minor: parts?.shipping_minor ?? 0, return_id: returnId }
    await insertLedger(tx, payment, 'Refund', refundLines(taken.amount_minor, purseOf(payment.provider)))
    await deps.audit.record(tx, context, {
      action: 'payments.refund-requested',
      subject_type: 'payment',
      subject_id: payment.id,
      after: {
        order_id: payment.order_id,
        refund_id: taken.id,
        amount_minor: taken.amount_minor,
        reason: request.reason,
        ...(parts === undefined ? {} : { shipping_minor: parts.shipping_minor, lines: parts.lines }),
        ...(returnId === null ? {} : { return_id: returnId }),
      },
    })
    return taken
  })
  return refund === null ? null : sendRefund(deps, providers, context, payment, refund)
}

/** Asks the provider for a refund that is set aside, and records its answer, once. */
export async function sendRefund(
  deps: PaymentsDeps,
  providers: ReadonlyMap<string, PaymentProvider>,
  context: CallContext,
  payment: PaymentRow,
  refund: RefundRow,
): Promise<RefundRow> {
  const status = await providerOf(providers, payment.provider).refund(context, {
    reference: payment.provider_reference,
    refund_id: refund.id,
    amount_minor: refund.amount_minor,
    currency: payment.currency,
  })
  // Accepted and not decided: `finish-refunds` asks how it stands.
  if (status === 'pending') return refund
  await deps.db.tx(async (tx) => {
    if (!(await decideRefund(tx, refund.id, status))) return
    if (status === 'failed') {
      await returnRefund(tx, payment.id, refund.amount_minor)
      await insertLedger(
        tx,
        payment,
        'Refund refused by the provider',
        refundReversalLines(refund.amount_minor, purseOf(payment.provider)),
      )
      await deps.audit.record(tx, context, {
        action: 'payments.refund-refused',
        subject_type: 'payment',
        subject_id: payment.id,
        after: { order_id: payment.order_id, refund_id: refund.id, amount_minor: refund.amount_minor },
      })
    }
    const after = await paymentOfOrder(tx, payment.order_id)
    if (status === 'succeeded' && after !== null) {
      const lines = await linesOfRefunds(tx, [refund.id])
      await deps.outbox.add(
        tx,
        'payments.payment-refunded.v1',
        {
          payment_id: payment.id,
          order_id: payment.order_id,
          refund_id: refund.id,
          amount_minor: refund.amount_minor,
          refunded_minor: after.refunded_minor,
          currency: payment.currency,
          full: after.refunded_minor === after.captured_minor,
          ...(refund.shipping_minor > 0 ? { shipping_minor: refund.shipping_minor } : {}),
          ...(lines.length > 0 ? { lines: lines.map(({ refund_id: _id, ...line }) => line) } : {}),
          ...(refund.return_id === null ? {} : { return_id: refund.return_id }),
        },
        { key: payment.order_id },
      )
    }
  })
  return { ...refund, status }
}
