import { Pencil, SearchX, Trash2, type LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { Loaded } from '../list/loaded.tsx'
import { Pager } from '../list/pager.tsx'
import { SearchBox } from '../list/search-box.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import type { ListParams } from '../list/use-list-params.ts'

/** What a list of them takes from its page. */
export type OfRules<T> = {
  params: ListParams
  /** Adds one, where none is yet. */
  add: ReactNode
  onEdit: (rule: T) => void
  onDelete: (rule: T) => void
}

type Page<T> = ComponentProps<typeof Pager>['page'] & { items: T[] }

/** The frame of what staff say to the search: found by its words, page by page. */
export function RuleList<T>({
  params,
  query,
  find,
  rows,
  empty,
  add,
  children,
}: {
  params: ListParams
  query: ComponentProps<typeof Loaded<Page<T>>>['query']
  /** What the box that searches it is called. */
  find: string
  /** How many rows stand in while it is on its way. */
  rows: number
  empty: { icon: LucideIcon; title: string; text: string }
  add: ReactNode
  children: (item: T) => ReactNode
}) {
  const { t } = useTranslation()
  return (
    <>
      <SearchBox params={params} label={find} />
      <Card flush>
        <Loaded query={query} loading={<TableSkeleton rows={rows} />}>
          {(page) =>
            page.items.length > 0 ? (
              <>
                <ul className="divide-y divide-line">{page.items.map(children)}</ul>
                <Pager page={page} params={params} />
              </>
            ) : params.get('q') === undefined ? (
              <EmptyState icon={empty.icon} title={empty.title} action={add}>
                {empty.text}
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

/** What can be done with one row. */
export function RuleButtons({
  name,
  onEdit,
  onDelete,
}: {
  name: string
  onEdit: () => void
  onDelete: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className="flex shrink-0">
      <IconButton icon={Pencil} label={`${t('common.edit')}: ${name}`} onClick={onEdit} />
      <IconButton icon={Trash2} label={`${t('common.delete')}: ${name}`} onClick={onDelete} />
    </div>
  )
}
