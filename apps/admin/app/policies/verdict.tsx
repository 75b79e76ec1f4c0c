import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import type { Verdict as Known } from './policies-query.ts'

const tones: Record<Known, Tone> = { allow: 'success', deny: 'danger', step_up: 'warning', approval: 'info' }

/** What was or would be decided. */
export function Verdict({ verdict }: { verdict: Known }) {
  const { t } = useTranslation()
  return (
    <Badge tone={tones[verdict]} dot>
      {t(`policies.verdict.${verdict}`)}
    </Badge>
  )
}
