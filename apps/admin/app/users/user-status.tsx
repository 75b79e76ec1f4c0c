import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import type { User } from './types.ts'

const tones: Record<User['status'], Tone> = {
  active: 'success',
  locked: 'danger',
  password_disabled: 'warning',
  invited: 'info',
}

/** What state an account is in. */
export function UserStatusBadge({ status }: { status: User['status'] }) {
  const { t } = useTranslation()
  return (
    <Badge tone={tones[status]} dot>
      {t(`users.status.${status}`)}
    </Badge>
  )
}
