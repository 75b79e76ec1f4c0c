import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import type { Message } from '../api.ts'

const tones: Record<Message['status'], Tone> = { waiting: 'info', sent: 'success', failed: 'danger' }

export function MailStatusBadge({ status }: { status: Message['status'] }) {
  const { t } = useTranslation()
  return (
    <Badge tone={tones[status]} dot>
      {t(`logs.mailStatus.${status}`)}
    </Badge>
  )
}
