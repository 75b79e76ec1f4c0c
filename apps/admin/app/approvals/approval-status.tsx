import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import type { Approval } from './approvals-query.ts'

const tones: Record<Approval['status'], Tone> = {
  pending: 'warning',
  approved: 'info',
  declined: 'danger',
  withdrawn: 'neutral',
  used: 'success',
  expired: 'neutral',
}

/** How far a proposal has come. */
export function ApprovalStatus({ status }: { status: Approval['status'] }) {
  const { t } = useTranslation()
  return (
    <Badge tone={tones[status]} dot>
      {t(`approvals.status.${status}`)}
    </Badge>
  )
}
