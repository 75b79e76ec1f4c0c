import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import type { Product } from '../api.ts'

export const productStatuses = ['published', 'draft', 'archived'] as const satisfies Product['status'][]

const tones: Record<Product['status'], Tone> = { draft: 'info', published: 'success', archived: 'neutral' }

export function ProductStatusBadge({ status }: { status: Product['status'] }) {
  const { t } = useTranslation()
  return (
    <Badge tone={tones[status]} dot>
      {t(`catalog.status.${status}`)}
    </Badge>
  )
}
