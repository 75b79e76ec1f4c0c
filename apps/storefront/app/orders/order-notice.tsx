import { useTranslation } from 'react-i18next'
import { buttonStyle } from '@rampart/kit/button-style.ts'
import { formatMoney } from '@rampart/kit/money.ts'
import { Notice } from '@rampart/kit/notice.tsx'
import { useEnvironment } from '../environment.tsx'
import type { Order } from './types.ts'

/** What stands out about an order: that it waits for money, or that it will not come. */
export function OrderNotice({ order }: { order: Order }) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const payUrl = order.allowed_actions.includes('pay') ? payAddress(order) : undefined
  if (order.status === 'pending_payment') {
    return (
      <Notice
        tone="warning"
        title={t('order.pendingTitle')}
        action={
          payUrl ? (
            <a href={payUrl} className={buttonStyle({ variant: 'primary', size: 'sm' })}>
              {t('order.payNow')}
            </a>
          ) : null
        }
      >
        <p>{t('order.pending')}</p>
      </Notice>
    )
  }
  const cash = order.payment?.provider === 'cash_on_delivery'
  if (order.status !== 'cancelled') {
    return cash && order.payment?.status === 'pending' ? (
      <Notice tone="info" title={t('order.cashTitle')}>
        <p>{t('order.cash', { amount: formatMoney(order.total, locale) })}</p>
      </Notice>
    ) : null
  }
  const unpaid = !cash && (order.payment?.status === 'failed' || order.payment?.status === 'cancelled')
  return unpaid ? (
    <Notice tone="danger" title={t('order.failedTitle')}>
      <p>{t('order.failed')}</p>
    </Notice>
  ) : (
    <Notice tone="info" title={t('order.cancelledTitle')}>
      <p>{t('order.cancelled')}</p>
    </Notice>
  )
}

/** Where it is paid. A page of the shop opens for a guest by the token that opened the order. */
function payAddress({ payment, tracking_token }: Order): string | undefined {
  const next = payment?.next_action
  if (!next?.form || tracking_token === null) return next?.url
  return `${next.url}?token=${encodeURIComponent(tracking_token)}`
}
