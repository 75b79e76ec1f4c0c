import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { Badge } from '@rampart/kit/badge.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { waitingCountQuery } from './approvals-query.ts'

/** How many proposals wait for whoever is signed in, asked anew on every page; nothing while there are none. */
export function WaitingCount() {
  const { t } = useTranslation()
  const format = useFormat()
  const client = useQueryClient()
  const { pathname } = useLocation()
  const { data: count = 0 } = useQuery(waitingCountQuery)
  useEffect(() => {
    const { queryKey } = waitingCountQuery
    void client.invalidateQueries({ queryKey }, { cancelRefetch: false })
  }, [client, pathname])
  if (count === 0) return null
  return (
    <Badge tone="accent" className="ml-auto">
      <span aria-hidden="true" className="figures">
        {format.number(count)}
      </span>
      <span className="sr-only">{t('approvals.count', { count })}</span>
    </Badge>
  )
}
