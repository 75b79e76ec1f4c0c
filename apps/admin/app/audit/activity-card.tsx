import { useInfiniteQuery } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { api } from '../api.ts'
import { LoadMore } from '../list/load-more.tsx'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { useListParams } from '../list/use-list-params.ts'
import { EntryPanel } from './entry-panel.tsx'
import { EntryRow } from './entry-row.tsx'
import { openEntryOf } from './open-entry.ts'

const FEW = 8
const MANY = 40

/** What one person did and what was done to their account, newest first. */
export function ActivityCard({ accountId, title, few }: { accountId: string; title: string; few?: boolean }) {
  const { t } = useTranslation()
  const entry = openEntryOf(useListParams())
  const activity = useInfiniteQuery({
    queryKey: ['audit', 'activity', accountId, few === true],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.audit.listActivity(
        { account_id: accountId, cursor: pageParam, limit: few ? FEW : MANY },
        { signal },
      ),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })
  return (
    <Card flush title={title} className="overflow-hidden">
      <Loaded query={activity} loading={<TableSkeleton rows={few ? 4 : 8} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          return items.length === 0 ? (
            <EmptyState icon={ScrollText} title={t('audit.activity.empty')}>
              {t('audit.activity.emptyText')}
            </EmptyState>
          ) : (
            <>
              <ul className="divide-y divide-line">
                {items.map(({ by_them, ...item }) => (
                  <EntryRow
                    key={item.id}
                    entry={item}
                    note={by_them ? t('audit.activity.byThem') : undefined}
                    onOpen={entry.open}
                  />
                ))}
              </ul>
              <LoadMore query={activity} />
            </>
          )
        }}
      </Loaded>
      {entry.id === undefined ? null : (
        <EntryPanel entryId={entry.id} onOpen={entry.open} onClose={entry.close} />
      )}
    </Card>
  )
}
