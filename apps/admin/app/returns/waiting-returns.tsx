import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CountBadge } from '../shell/count-badge.tsx'
import { returnsQuery } from './returns-query.ts'

const ASKED_ANEW_MS = 5 * 60_000

/** How many returns wait for a decision; nothing while none does. */
export function WaitingReturns() {
  const { t } = useTranslation()
  const { data } = useQuery({
    ...returnsQuery({ status: 'requested', page_size: 1 }),
    staleTime: ASKED_ANEW_MS,
    refetchInterval: ASKED_ANEW_MS,
    retry: false,
  })
  const count = data?.total ?? 0
  return <CountBadge count={count} tone="accent" words={t('returns.waiting', { count })} />
}
