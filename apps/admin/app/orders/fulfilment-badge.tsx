import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import type { OrderSummary } from '../api.ts'

/** That an order has left, or has arrived, in part. What the status says already is not said again. */
export function FulfilmentBadge({ fulfilment }: Pick<OrderSummary, 'fulfilment'>) {
  const { t } = useTranslation()
  if (fulfilment !== 'partly_shipped' && fulfilment !== 'partly_delivered') return null
  return <Badge tone="warning">{t(`fulfilment.partly.${fulfilment}`)}</Badge>
}
