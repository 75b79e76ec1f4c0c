import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query'
import { ScrollText, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import type { Answer } from '../api.ts'
import { LoadMore } from '../list/load-more.tsx'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { EntryRow } from './entry-row.tsx'

/** Entries, newest first, with the way to older ones. */
export function EntryList({
  entries,
  filtered,
  onOpen,
}: {
  entries: UseInfiniteQueryResult<InfiniteData<Answer<'audit', 'listEntries'>>>
  filtered: boolean
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation()
  return (
    <Card flush className="overflow-hidden">
      <Loaded query={entries} loading={<TableSkeleton />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length > 0 || entries.hasNextPage) {
            return (
              <>
                <ul className="divide-y divide-line">
                  {items.map((entry) => (
                    <EntryRow key={entry.id} entry={entry} onOpen={onOpen} />
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
  )
}
