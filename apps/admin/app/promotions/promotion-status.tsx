import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import type { Promotion } from './promotions-query.ts'

const tones = {
  off: 'neutral',
  scheduled: 'info',
  running: 'success',
  ended: 'neutral',
} as const satisfies Record<Promotion['status'], Tone>

export function PromotionStatus({ status }: { status: Promotion['status'] }) {
  const { t } = useTranslation()
  return (
    <Badge tone={tones[status]} dot>
      {t(`promotions.status.${status}`)}
    </Badge>
  )
}
