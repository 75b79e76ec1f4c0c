import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import type { CardStatus } from './gift-cards-query.ts'

const tones: Record<CardStatus, Tone> = {
  active: 'success',
  spent: 'neutral',
  expired: 'neutral',
  disabled: 'danger',
}

export function CardStatusBadge({ status }: { status: CardStatus }) {
  const { t } = useTranslation()
  return (
    <Badge tone={tones[status]} dot>
      {t(`giftCards.status.${status}`)}
    </Badge>
  )
}
