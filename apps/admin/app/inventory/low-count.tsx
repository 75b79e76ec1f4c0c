import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { CountBadge } from '../shell/count-badge.tsx'

const MINUTES = 5
const ASKED_ANEW_MS = MINUTES * 60_000

/** How many variants are at their threshold or below; nothing while none is. Every change of stock asks anew. */
export function LowCount() {
  const { t } = useTranslation()
  const { data: count = 0 } = useQuery({
    queryKey: ['inventory', 'low-count'],
    queryFn: async ({ signal }) => (await api.inventory.listLowStock({ page_size: 1 }, { signal })).total,
    staleTime: ASKED_ANEW_MS,
    refetchInterval: ASKED_ANEW_MS,
    retry: false,
  })
  return <CountBadge count={count} tone="warning" words={t('stock.lowCount', { count })} />
}
