import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import type { OrderSummary } from '../api.ts'

type Status = OrderSummary['status']
type PaymentStatus = OrderSummary['payment_status']

/** Every status of an order, in the order of its life. */
export const orderStatuses = [
  'pending_payment',
  'paid',
  'processing',
  'shipped',
  'delivered',
  'cancelled',
] as const satisfies Status[]

const statusTones: Record<Status, Tone> = {
  pending_payment: 'neutral',
  paid: 'warning',
  processing: 'info',
  shipped: 'accent',
  delivered: 'success',
  cancelled: 'neutral',
}

const paymentTones: Record<PaymentStatus, Tone> = {
  pending: 'neutral',
  captured: 'success',
  failed: 'danger',
  cancelled: 'neutral',
  partially_refunded: 'warning',
  refunded: 'neutral',
}

export function OrderStatusBadge({ status }: { status: Status }) {
  const { t } = useTranslation()
  return (
    <Badge tone={statusTones[status]} dot>
      {t(`orders.status.${status}`)}
    </Badge>
  )
}

export function PaymentStatusBadge({ status }: { status: PaymentStatus }) {
  const { t } = useTranslation()
  return <Badge tone={paymentTones[status]}>{t(`orders.paymentStatus.${status}`)}</Badge>
}
