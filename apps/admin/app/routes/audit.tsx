import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { LinkTabs } from '@rampart/kit/tabs.tsx'
import { api } from '../api.ts'
import { AuditFilters } from '../audit/audit-filters.tsx'
import { EntryList } from '../audit/entry-list.tsx'
import { EntryPanel } from '../audit/entry-panel.tsx'
import { ExportMenu } from '../audit/export-menu.tsx'
import { filtersIn } from '../audit/filters.ts'
import { InsightList } from '../audit/insight-list.tsx'
import { openEntryOf } from '../audit/open-entry.ts'
import { VerifyBanner } from '../audit/verify-banner.tsx'
import { type ListParams, oneOf, useListParams } from '../list/use-list-params.ts'
import { useCan } from '../session/use-me.ts'
import { Page } from '../shell/page.tsx'

const views = ['entries', 'insights'] as const

export default function Audit() {
  const { t } = useTranslation()
  const can = useCan()
  const params = useListParams()
  const view = oneOf(params.get('view'), views) ?? 'entries'
  const entry = openEntryOf(params)
  return (
    <Page
      title={t('logs.audit')}
      tab={t('logs.audit')}
      lead={t('logs.auditLead')}
      actions={view === 'entries' && can('audit:export') ? <ExportMenu filters={filtersIn(params)} /> : null}
    >
      <VerifyBanner onOpen={entry.open} />
      <LinkTabs
        label={t('audit.views.label')}
        tabs={views.map((name) => ({
          href: name === 'entries' ? '?' : `?view=${name}`,
          label: t(`audit.views.${name}`),
          current: view === name,
        }))}
      />
      {view === 'entries' ? (
        <Entries params={params} onOpen={entry.open} />
      ) : (
        <InsightList params={params} onOpen={entry.open} />
      )}
      {entry.id === undefined ? null : (
        <EntryPanel entryId={entry.id} onOpen={entry.open} onClose={entry.close} />
      )}
    </Page>
  )
}

function Entries({ params, onOpen }: { params: ListParams; onOpen: (id: string) => void }) {
  const filters = filtersIn(params)
  const entries = useInfiniteQuery({
    queryKey: ['audit', 'entries', filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.audit.listEntries({ ...filters, cursor: pageParam, limit: 40 }, { signal }),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
  const filtered = Object.values(filters).some((value) => value !== undefined)
  return (
    <>
      <AuditFilters params={params} />
      <EntryList entries={entries} filtered={filtered} onOpen={onOpen} />
    </>
  )
}
