import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import type { ReturnStatus } from './types.ts'

const tones: Record<ReturnStatus, Tone> = {
  requested: 'warning',
  approved: 'info',
  rejected: 'neutral',
  received: 'info',
  inspected: 'info',
  refunded: 'success',
  closed: 'neutral',
  cancelled: 'neutral',
}

/** Where a return stands, as a pill. */
export function ReturnStatusBadge({ status }: { status: ReturnStatus }) {
  const { t } = useTranslation()
  return (
    <Badge tone={tones[status]} dot>
      {t(`returns.status_${status}`)}
    </Badge>
  )
}
