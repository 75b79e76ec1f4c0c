import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight, ArrowRight, Languages, Pencil, SearchX, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import type { ListParams } from '../list/use-list-params.ts'
import { type Synonym, synonymsQuery } from './search-queries.ts'

/** Words and what they also mean. */
export function SynonymList({
  params,
  add,
  onEdit,
  onDelete,
}: {
  params: ListParams
  add: ReactNode
  onEdit: (synonym: Synonym) => void
  onDelete: (synonym: Synonym) => void
}) {
  const { t } = useTranslation()
  const q = params.get('q')
  const synonyms = useQuery(synonymsQuery({ q, page: params.page }))
  return (
    <>
      <SearchBox params={params} label={t('search.findSynonym')} />
      <Card flush>
        <Loaded query={synonyms} loading={<TableSkeleton rows={6} />}>
          {(page) =>
            page.items.length > 0 ? (
              <>
                <ul className="divide-y divide-line">
                  {page.items.map((synonym) => (
                    <SynonymRow key={synonym.id} {...{ synonym, onEdit, onDelete }} />
                  ))}
                </ul>
                <Pager page={page} params={params} />
              </>
            ) : q === undefined ? (
              <EmptyState icon={Languages} title={t('search.noSynonyms')} action={add}>
                {t('search.noSynonymsText')}
              </EmptyState>
            ) : (
              <EmptyState icon={SearchX} title={t('search.noMatch')} />
            )
          }
        </Loaded>
      </Card>
    </>
  )
}

function SynonymRow({
  synonym,
  onEdit,
  onDelete,
}: {
  synonym: Synonym
  onEdit: (synonym: Synonym) => void
  onDelete: (synonym: Synonym) => void
}) {
  const { t } = useTranslation()
  const { word, meanings, both_ways: both } = synonym
  return (
    <li className="flex items-center gap-3 px-5 py-2.5 text-control-sm">
      <p className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5 gap-y-0.5 wrap-anywhere">
        <span className="font-medium">{word}</span>
        <Icon icon={both ? ArrowLeftRight : ArrowRight} size="sm" className="text-ink-subtle" />
        <span className="visually-hidden">{t(both ? 'search.bothWays' : 'search.oneWay')}</span>
        <span>{meanings.join(', ')}</span>
      </p>
      <div className="flex shrink-0">
        <IconButton icon={Pencil} label={`${t('common.edit')}: ${word}`} onClick={() => onEdit(synonym)} />
        <IconButton
          icon={Trash2}
          label={`${t('common.delete')}: ${word}`}
          onClick={() => onDelete(synonym)}
        />
      </div>
    </li>
  )
}
