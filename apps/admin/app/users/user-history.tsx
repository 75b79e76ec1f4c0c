import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api } from '../api.ts'
import { EntryRow } from '../audit/entry-row.tsx'
import { Loaded } from '../list/loaded.tsx'

const SHOWN = 15

/** What happened to an account lately, out of the audit log. */
export function UserHistory({ userId }: { userId: string }) {
  const { t } = useTranslation()
  const entries = useQuery({
    queryKey: ['users', 'history', userId],
    queryFn: ({ signal }) =>
      api.audit.listEntries({ subject_type: 'account', subject_id: userId, limit: SHOWN }, { signal }),
  })
  const all = `/audit?subject_type=account&subject_id=${userId}`
  return (
    <Card
      flush
      title={t('users.history')}
      action={
        <KitLink href={all} className="text-control-sm underlined">
          {t('users.wholeHistory')}
        </KitLink>
      }
    >
      <Loaded query={entries} loading={<Skeleton className="m-4 h-24" />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="px-4 pb-4 text-control-sm text-ink-subtle">{t('users.noHistory')}</p>
          ) : (
            <ul className="divide-y divide-line border-t border-line">
              {items.map((entry) => (
                <EntryRow
                  key={entry.id}
                  entry={entry}
                  href={(filter) => `/audit?${new URLSearchParams(filter).toString()}`}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}
