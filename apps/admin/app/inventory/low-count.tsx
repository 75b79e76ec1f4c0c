import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { api } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'

const MINUTES = 5
const ASKED_ANEW_MS = MINUTES * 60_000

/** How many variants are at their threshold or below; nothing while none is. Every change of stock asks anew. */
export function LowCount() {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: count = 0 } = useQuery({
    queryKey: ['inventory', 'low-count'],
    queryFn: async ({ signal }) => (await api.inventory.listLowStock({ page_size: 1 }, { signal })).total,
    staleTime: ASKED_ANEW_MS,
    refetchInterval: ASKED_ANEW_MS,
    retry: false,
  })
  if (count === 0) return null
  return (
    <Badge tone="warning" className="ml-auto">
      <span aria-hidden="true" className="figures">
        {format.number(count)}
      </span>
      <span className="sr-only">{t('stock.lowCount', { count })}</span>
    </Badge>
  )
}
