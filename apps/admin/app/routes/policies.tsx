import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { policiesQuery, type Policy } from '../policies/policies-query.ts'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

export default function Policies() {
  const { t } = useTranslation()
  const can = useCan()
  const policies = useQuery(policiesQuery)
  const add = can('access:policies') ? (
    <LinkButton href="/policies/new" variant="primary">
      <Icon icon={Plus} size="sm" />
      {t('policies.add')}
    </LinkButton>
  ) : null
  return (
    <Page title={t('policies.title')} tab={t('policies.title')} lead={t('policies.lead')} actions={add}>
      <Card flush>
        <Loaded query={policies} loading={<TableSkeleton rows={3} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={Scale} title={t('policies.empty')} action={add}>
                {t('policies.emptyText')}
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line">
                {items.map((policy) => (
                  <PolicyRow key={policy.id} policy={policy} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
    </Page>
  )
}

function PolicyRow({ policy }: { policy: Policy }) {
  const { t } = useTranslation()
  const can = useCan()
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <KitLink href={`/policies/${policy.id}`} className="font-medium wrap-anywhere hover:underline">
            {policy.name}
          </KitLink>
          <Badge tone={policy.enabled ? 'success' : 'neutral'} dot>
            {t(policy.enabled ? 'policies.on' : 'policies.off')}
          </Badge>
        </p>
        {policy.description ? (
          <p className="mt-0.5 text-control-sm wrap-anywhere text-ink-muted">{policy.description}</p>
        ) : null}
      </div>
      {can('access:policies') ? <Switch policy={policy} /> : null}
    </li>
  )
}

function Switch({ policy }: { policy: Policy }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const toast = useToast()
  const failureText = useFailureText()
  const { id: policy_id, name, description, version, text, template, parameters } = policy
  const source = template === null ? { text } : { template, parameters: parameters ?? {} }
  const change = useMutation({
    mutationFn: () =>
      api.access.updatePolicy({
        policy_id,
        name,
        description,
        version,
        ...source,
        enabled: !policy.enabled,
      }),
    onSuccess: () => toast({ title: t(policy.enabled ? 'policies.isOff' : 'policies.isOn') }),
    onError: (error) => toast({ title: failureText(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['policies'] }),
  })
  const label = t(policy.enabled ? 'policies.switchOff' : 'policies.switchOn')
  return (
    <Button
      size="sm"
      aria-label={`${label}: ${name}`}
      pending={change.isPending}
      onClick={() => change.mutate()}
    >
      {label}
    </Button>
  )
}
