import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { PaymentsDeps } from './deps.ts'
import { purseOf } from './cash/purse.ts'
import { captureLines } from './domain/ledger.ts'
import type { ProviderState } from './provider.ts'
import { insertLedger } from './store/insert-ledger.ts'
import type { PaymentRow } from './store/payment-row.ts'
import { capturePayment, closePayment } from './store/settle-payment.ts'

/**
 * Records how a payment stands at its provider, each change once, whoever brings the news. A state with another
 * amount or currency than ours has no effect on the payment and is written to the audit log.
 */
export async function recordState(
  deps: PaymentsDeps,
  tx: Tx,
  context: CallContext,
  payment: PaymentRow,
  state: ProviderState,
): Promise<void> {
  if (state.status === 'open') return
  if (state.amount_minor !== payment.amount_minor || state.currency !== payment.currency) {
    await auditPayment(deps, tx, context, payment, 'payments.mismatch-refused', { ...state })
    return
  }
  const ids = { payment_id: payment.id, order_id: payment.order_id }
  if (state.status === 'captured') {
    if (await capturePayment(tx, payment.id)) await recordCapture(deps, tx, context, payment)
    return
  }
  if (!(await closePayment(tx, payment.id, state.status))) return
  await deps.outbox.add(
    tx,
    'payments.payment-failed.v1',
    { ...ids, reason: state.status },
    { key: payment.order_id },
  )
  await auditPayment(deps, tx, context, payment, `payments.${state.status}`, { status: state.status })
}

/** What goes with a capture that was just recorded: the books, the news, the log. */
export async function recordCapture(
  deps: PaymentsDeps,
  tx: Tx,
  context: CallContext,
  payment: PaymentRow,
): Promise<void> {
  const { id: payment_id, order_id, amount_minor, currency } = payment
  if (amount_minor > 0)
    await insertLedger(tx, payment, 'Capture', captureLines(amount_minor, purseOf(payment.provider)))
  const captured = { payment_id, order_id, amount_minor, currency }
  await deps.outbox.add(tx, 'payments.payment-captured.v1', captured, { key: order_id })
  await auditPayment(deps, tx, context, payment, 'payments.captured', { amount_minor })
}

async function auditPayment(
  deps: PaymentsDeps,
  tx: Tx,
  context: CallContext,
  payment: PaymentRow,
  action: string,
  after: Readonly<Record<string, unknown>>,
): Promise<void> {
  await deps.audit.record(tx, context, {
    action,
    subject_type: 'payment',
    subject_id: payment.id,
    before: { status: payment.status },
    after: { order_id: payment.order_id, ...after },
  })
}
