import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import type { OrderStatus } from './types.ts'

const tones: Record<OrderStatus, Tone> = {
  pending_payment: 'warning',
  paid: 'info',
  processing: 'info',
  shipped: 'accent',
  delivered: 'success',
  cancelled: 'neutral',
}

/** The state of an order as a pill. */
export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const { t } = useTranslation()
  return (
    <Badge tone={tones[status]} dot>
      {t(`order.status_${status}`)}
    </Badge>
  )
}
