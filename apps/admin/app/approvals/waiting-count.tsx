import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { CountBadge } from '../shell/count-badge.tsx'
import { waitingCountQuery } from './approvals-query.ts'

/** How many proposals wait for whoever is signed in, asked anew on every page; nothing while there are none. */
export function WaitingCount() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { pathname } = useLocation()
  const { data: count = 0 } = useQuery(waitingCountQuery)
  useEffect(() => {
    const { queryKey } = waitingCountQuery
    void client.invalidateQueries({ queryKey }, { cancelRefetch: false })
  }, [client, pathname])
  return <CountBadge count={count} tone="accent" words={t('approvals.count', { count })} />
}
