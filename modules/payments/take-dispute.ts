import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { PaymentsDeps } from './deps.ts'
import type { Dispute, ProviderNews } from './provider.ts'
import { keepFinding } from './store/finding-row.ts'
import type { PaymentRow } from './store/payment-row.ts'
import { takeNews } from './store/settle-payment.ts'

/**
 * A buyer contests a payment: a finding that somebody has to look into, at the provider, and an entry in the log for each
 * piece of news. No money moves in our books before the provider says how it ends.
 */
export async function takeDispute(
  deps: PaymentsDeps,
  context: CallContext & { now(): Date },
  payment: PaymentRow,
  { event_id, dispute }: ProviderNews & { readonly dispute: Dispute },
): Promise<void> {
  const { id: payment_id, provider, provider_reference: reference } = payment
  await deps.db.tx(async (tx) => {
    if (!(await takeNews(tx, provider, event_id))) return
    const { amount_minor: there_minor, currency } = dispute
    await keepFinding(
      tx,
      { provider, reference, kind: 'disputed', payment_id, there_minor, currency },
      context.now(),
    )
    await deps.audit.record(tx, context, {
      action: 'payments.disputed',
      subject_type: 'payment',
      subject_id: payment_id,
      after: { order_id: payment.order_id, ...dispute },
    })
  })
}
