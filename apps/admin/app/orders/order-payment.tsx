import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Facts } from '@rampart/kit/facts.tsx'
import type { Answer } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Ledger } from '../ledger/ledger.tsx'
import { CashDue } from './cash-due.tsx'
import { PaymentStatusBadge } from './order-status.tsx'

type Payments = Answer<'payments', 'listPayments'>

const refundTones: Record<Payments['refunds'][number]['status'], Tone> = {
  pending: 'info',
  succeeded: 'neutral',
  failed: 'danger',
}

/** How an order was paid, what was paid back, and the double entries behind both. */
export function OrderPayment({ payments, orderId }: { payments: Payments; orderId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { payment, refunds } = payments
  if (payment === null) {
    return (
      <Card title={t('orders.payment')}>
        <p className="text-control-sm text-ink-muted">{t('orders.noPayment')}</p>
      </Card>
    )
  }
  return (
    <Card title={t('orders.payment')} action={<PaymentStatusBadge status={payment.status} />} flush>
      <div className="px-5 py-4">
        <Facts
          items={[
            { name: t('orders.provider'), value: payment.provider },
            {
              name: t('orders.reference'),
              value: <span className="font-mono text-xs break-all">{payment.provider_reference}</span>,
            },
            { name: t('orders.authorized'), value: format.money(payment.amount) },
            { name: t('orders.captured'), value: format.money(payment.captured) },
            { name: t('orders.refunded'), value: format.money(payment.refunded) },
          ]}
        />
      </div>
      {payment.provider === 'cash_on_delivery' && payment.status === 'pending' ? (
        <CashDue orderId={orderId} />
      ) : null}
      {refunds.length > 0 ? (
        <div className="border-t border-line px-5 py-4">
          <h3 className="mb-2 text-xs font-medium text-ink-subtle">{t('orders.refunds')}</h3>
          <ul className="flex flex-col gap-2 text-control-sm">
            {refunds.map((refund) => (
              <li key={refund.id} className="flex flex-wrap items-baseline gap-x-3">
                <span className="figures font-medium">{format.money(refund.amount)}</span>
                <Badge tone={refundTones[refund.status]}>{t(`orders.refundStatus.${refund.status}`)}</Badge>
                <span className="min-w-0 flex-1 text-ink-muted">{refund.reason}</span>
                <span className="text-xs text-ink-subtle">{format.dayTime(refund.created_at)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {payments.ledger.length > 0 ? <Ledger entries={payments.ledger} /> : null}
    </Card>
  )
}
