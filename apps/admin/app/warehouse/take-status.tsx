import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import type { Answer } from '../api.ts'

export type StockTake = Answer<'inventory', 'getStockTake'>

const tones = { checked: 'neutral', applying: 'neutral', applied: 'success', discarded: 'neutral' } as const

/** How far a stock take is. */
export function TakeStatus({ status }: Pick<StockTake, 'status'>) {
  const { t } = useTranslation()
  return <Badge tone={tones[status]}>{t(`warehouse.status.${status}`)}</Badge>
}
