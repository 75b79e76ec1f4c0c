import { useInfiniteQuery } from '@tanstack/react-query'
import { ScrollText, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { api } from '../api.ts'
import { AuditFilters } from '../audit/audit-filters.tsx'
import { EntryRow } from '../audit/entry-row.tsx'
import { LoadMore } from '../list/load-more.tsx'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { useListParams } from '../list/use-list-params.ts'
import { Page } from '../shell/page.tsx'

const names = ['action', 'subject_type', 'subject_id', 'actor_id'] as const

export default function Audit() {
  const { t } = useTranslation()
  const params = useListParams()
  const filters = Object.fromEntries(names.map((name) => [name, params.get(name)]))
  const filtered = names.some((name) => filters[name] !== undefined)
  const entries = useInfiniteQuery({
    queryKey: ['audit', filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.audit.listEntries({ ...filters, cursor: pageParam, limit: 40 }, { signal }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
  return (
    <Page title={t('logs.audit')} tab={t('logs.audit')} lead={t('logs.auditLead')}>
      <AuditFilters params={params} />
      <Card flush className="overflow-hidden">
        <Loaded query={entries} loading={<TableSkeleton />}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            if (items.length > 0) {
              return (
                <>
                  <ul className="divide-y divide-line">
                    {items.map((entry) => (
                      <EntryRow key={entry.id} entry={entry} href={params.href} />
                    ))}
                  </ul>
                  <LoadMore query={entries} />
                </>
              )
            }
            return filtered ? (
              <EmptyState
                icon={SearchX}
                title={t('logs.noMatch')}
                action={<LinkButton href="/audit">{t('common.clearFilters')}</LinkButton>}
              />
            ) : (
              <EmptyState icon={ScrollText} title={t('logs.empty')} />
            )
          }}
        </Loaded>
      </Card>
    </Page>
  )
}
