import { useMutation, useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { Loaded } from '../list/loaded.tsx'
import { externalProblem } from '../session/external-problem.ts'
import { providersQuery } from '../session/providers-query.ts'
import { type ExternalIdentity, externalQuery } from './external-query.ts'
import { ExternalRow } from './external-row.tsx'
import { RemoveExternalDialog } from './remove-external-dialog.tsx'

/** Sign-ins of providers that are connected to the account, and the way to connect another. */
export function ExternalCard() {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const failureText = useFailureText()
  const providers = useQuery(providersQuery)
  const identities = useQuery(externalQuery)
  const [removing, setRemoving] = useState<ExternalIdentity | null>(null)
  const connect = useMutation({
    mutationFn: (provider: string) => api.identity.startExternalLink({ provider }),
    onSuccess: ({ location }) => window.location.assign(location),
  })
  const offered = providers.data?.items ?? []
  if (offered.length === 0 && !identities.data?.items.length) return null
  const problem = externalProblem(params)
  const connected = offered.some(({ id }) => id === params.get('connected'))
  return (
    <Card title={t('security.external.title')}>
      <div id="connected" className="flex flex-col gap-4">
        <p className="max-w-prose text-control-sm text-ink-muted">{t('security.external.lead')}</p>
        {problem ? <Notice tone="danger">{t(`security.external.problem.${problem}`)}</Notice> : null}
        {connected ? <Notice tone="success">{t('security.external.connected')}</Notice> : null}
        {connect.isError ? <Notice tone="danger">{failureText(connect.error)}</Notice> : null}
        <Loaded query={identities} loading={<Skeleton className="h-12 w-full" />}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="text-ink-muted">{t('security.external.none')}</p>
            ) : (
              <ul className="divide-y divide-line">
                {items.map((item) => (
                  <ExternalRow key={item.id} item={item} onRemove={() => setRemoving(item)} />
                ))}
              </ul>
            )
          }
        </Loaded>
        <div className="flex flex-wrap gap-3">
          {offered.map(({ id, label }) => (
            <Button
              key={id}
              size="sm"
              className="max-w-full"
              pending={connect.isPending && connect.variables === id}
              onClick={() => connect.mutate(id)}
            >
              <Icon icon={Plus} size="sm" />
              <span className="truncate">{t('security.external.connect', { label })}</span>
            </Button>
          ))}
        </div>
      </div>
      {removing ? <RemoveExternalDialog item={removing} onClose={() => setRemoving(null)} /> : null}
    </Card>
  )
}
