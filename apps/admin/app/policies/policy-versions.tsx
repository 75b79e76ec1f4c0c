import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Loaded } from '../list/loaded.tsx'
import { PersonName } from '../users/person-name.tsx'
import { DiffView } from './diff-view.tsx'
import type { PolicyVersion } from './policies-query.ts'

/** How a policy was worded before, each version with what it changed. */
export function PolicyVersions({ policyId }: { policyId: string }) {
  const { t } = useTranslation()
  const versions = useQuery({
    queryKey: ['policies', 'versions', policyId],
    queryFn: ({ signal }) => api.access.listPolicyVersions({ policy_id: policyId }, { signal }),
  })
  return (
    <Card flush title={t('policies.versions')}>
      <Loaded query={versions} loading={<Skeleton className="m-4 h-24" />}>
        {({ items }) => (
          <ol className="divide-y divide-line">
            {items.map((version, index) => (
              <Version
                key={version.version}
                version={version}
                before={items[index + 1] ?? null}
                open={index === 0 && items.length > 1}
              />
            ))}
          </ol>
        )}
      </Loaded>
    </Card>
  )
}

function Version({
  version,
  before,
  open,
}: {
  version: PolicyVersion
  before: PolicyVersion | null
  open: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = t('policies.version', { number: version.version })
  return (
    <li>
      <details open={open}>
        <summary className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2.5 text-control-sm hover:bg-hover">
          <span className="font-medium">{name}</span>
          <Badge tone={version.enabled ? 'success' : 'neutral'} dot>
            {t(version.enabled ? 'policies.on' : 'policies.off')}
          </Badge>
          <time dateTime={version.changed_at} className="ml-auto text-xs text-ink-subtle">
            {format.dayTime(version.changed_at)}
          </time>
        </summary>
        <div className="flex flex-col gap-2 px-5 pb-4">
          <p className="text-xs text-ink-subtle">
            {t('policies.changedBy')} <PersonName id={version.changed_by} />
            {before !== null && before.name !== version.name
              ? ` · ${t('policies.renamed', { before: before.name })}`
              : null}
          </p>
          <DiffView before={before?.text ?? ''} after={version.text} label={name} />
        </div>
      </details>
    </li>
  )
}
