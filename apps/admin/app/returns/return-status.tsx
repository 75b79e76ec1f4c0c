import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import type { ReturnSummary } from '../api.ts'

type Status = ReturnSummary['status']

/** Every state of a return, in the order of its life. */
export const returnStatuses = [
  'requested',
  'approved',
  'received',
  'inspected',
  'refunded',
  'closed',
  'rejected',
  'cancelled',
] as const satisfies Status[]

const tones: Record<Status, Tone> = {
  requested: 'warning',
  approved: 'info',
  rejected: 'neutral',
  received: 'accent',
  inspected: 'accent',
  refunded: 'success',
  closed: 'neutral',
  cancelled: 'neutral',
}

export function ReturnStatusBadge({ status }: { status: Status }) {
  const { t } = useTranslation()
  return (
    <Badge tone={tones[status]} dot>
      {t(`returns.status.${status}`)}
    </Badge>
  )
}
