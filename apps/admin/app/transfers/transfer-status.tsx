import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import type { Transfer } from './transfers-query.ts'

const tones: Record<Transfer['state'], Tone> = {
  uploading: 'neutral',
  queued: 'info',
  running: 'info',
  unmapped: 'warning',
  checked: 'accent',
  done: 'success',
  failed: 'danger',
  cancelled: 'neutral',
}

/** How far an import or export is, in a word. */
export function TransferStatus({ transfer: { state, phase, kind } }: { transfer: Transfer }) {
  const { t } = useTranslation()
  const checks = kind === 'import' && phase === 'check' && state === 'running'
  return (
    <Badge tone={tones[state]} dot>
      {t(checks ? 'transfers.checking' : `transfers.state.${state}`)}
    </Badge>
  )
}
