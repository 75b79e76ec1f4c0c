import { useQuery } from '@tanstack/react-query'
import { Pin as PinIcon, ScanSearch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Loaded } from '../list/loaded.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import type { ListParams } from '../list/use-list-params.ts'
import { ExplainedWords } from './explained-words.tsx'
import { type Explained, explainedQuery } from './search-queries.ts'

/** Asks the shop a question and tells why it answers so. */
export function TrySearch({
  params,
  onPin,
}: {
  params: ListParams
  /** Pins products to the question that was tried. */
  onPin: (question: string, products: Explained['items']) => void
}) {
  const { t } = useTranslation()
  const q = params.get('q') ?? ''
  const explained = useQuery(explainedQuery(q))
  return (
    <>
      <SearchBox params={params} label={t('search.try')} />
      {q === '' ? (
        <Card>
          <EmptyState icon={ScanSearch} title={t('search.tryTitle')}>
            {t('search.tryText')}
          </EmptyState>
        </Card>
      ) : (
        <Loaded query={explained} loading={<TableSkeleton rows={6} />}>
          {(answer) => (
            <div className="grid items-start gap-5 lg:grid-cols-[20rem_1fr]">
              <Card title={t('search.understood')}>
                <ExplainedWords answer={answer} />
              </Card>
              <Card
                flush
                title={t('search.found', { count: answer.total })}
                action={
                  answer.words.length > 0 ? (
                    <Button size="sm" onClick={() => onPin(q, answer.items)}>
                      <Icon icon={PinIcon} size="sm" />
                      {t('search.pinHere')}
                    </Button>
                  ) : null
                }
              >
                <Found answer={answer} />
              </Card>
            </div>
          )}
        </Loaded>
      )}
    </>
  )
}

function Found({ answer: { items } }: { answer: Explained }) {
  const { t } = useTranslation()
  if (items.length === 0) return <p className="px-5 py-4 text-ink-muted">{t('search.nothing')}</p>
  return (
    <ol className="divide-y divide-line">
      {items.map((item, index) => (
        <li key={item.id} className="flex items-center gap-3 px-5 py-2.5 text-control-sm">
          <span className="figures w-6 shrink-0 text-right text-ink-subtle">{index + 1}</span>
          <KitLink
            href={`/products/${item.id}`}
            className="min-w-0 flex-1 truncate font-medium hover:underline"
          >
            {item.name}
          </KitLink>
          {item.pinned ? <Badge tone="accent">{t('search.pinned')}</Badge> : null}
        </li>
      ))}
    </ol>
  )
}
