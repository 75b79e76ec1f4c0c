import { useQuery } from '@tanstack/react-query'
import { FolderTree, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { Card } from '@rampart/kit/card.tsx'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { api, type Category } from '../api.ts'
import { categoriesQuery } from '../categories/categories-query.ts'
import { CategoryDialog } from '../categories/category-dialog.tsx'
import { CategoryTree } from '../categories/category-tree.tsx'
import { flatCategories } from '../categories/flat-categories.ts'
import { type Place, placeAfter, placeOnDrop } from '../categories/steps.ts'
import { useMoveCategory } from '../categories/use-move-category.ts'
import { DeleteDialog } from '../form/delete-dialog.tsx'
import { Loaded } from '../list/loaded.tsx'
import { TableSkeleton } from '../list/table-skeleton.tsx'
import { Page } from '../shell/page.tsx'

type Open =
  | { kind: 'edit'; category: Category | null; parentId: string | null }
  | { kind: 'delete'; category: Category }
  | null

export default function Categories() {
  const { t } = useTranslation()
  const categories = useQuery(categoriesQuery)
  const [open, setOpen] = useState<Open>(null)
  const tree = categories.data?.items ?? []
  const { move, said } = useMoveCategory(categories.data?.version)
  const moveTo = (category: Category | undefined, place: Place | null) => {
    if (category !== undefined && place !== null && !move.isPending) move.mutate({ category, place })
  }
  const byId = (id: string) => flatCategories(tree).find(({ category }) => category.id === id)?.category
  const add = (
    <Button variant="primary" onClick={() => setOpen({ kind: 'edit', category: null, parentId: null })}>
      <Icon icon={Plus} size="sm" />
      {t('catalog.newCategory')}
    </Button>
  )
  return (
    <Page
      title={t('catalog.categories')}
      tab={t('catalog.categories')}
      lead={t('catalog.categoriesLead')}
      actions={add}
    >
      <Card flush>
        <Loaded query={categories} loading={<TableSkeleton pictures rows={6} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={FolderTree} title={t('catalog.noCategories')} action={add}>
                {t('catalog.noCategoriesText')}
              </EmptyState>
            ) : (
              <div className="p-2" aria-busy={move.isPending}>
                <p id="tree-keys" className="px-2 pb-2 text-xs text-ink-subtle">
                  {t('tree.keys')}
                </p>
                <p role="status" className="visually-hidden">
                  {said}
                </p>
                <CategoryTree
                  tree={items}
                  actions={{
                    onEdit: (category) => setOpen({ kind: 'edit', category, parentId: category.parent_id }),
                    onAddBelow: (category) =>
                      setOpen({ kind: 'edit', category: null, parentId: category.id }),
                    canStep: (category, step) => placeAfter(items, category.id, step) !== null,
                    onStep: (category, step) => moveTo(category, placeAfter(items, category.id, step)),
                    onDrop: (id, onto, drop) => moveTo(byId(id), placeOnDrop(items, id, onto.id, drop)),
                    onDelete: (category) => setOpen({ kind: 'delete', category }),
                  }}
                />
              </div>
            )
          }
        </Loaded>
      </Card>
      {open?.kind === 'edit' ? (
        <CategoryDialog
          category={open.category}
          parentId={open.parentId}
          tree={tree}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open?.kind === 'delete' ? (
        <DeleteDialog
          title={t('catalog.deleteCategoryTitle', { name: open.category.name })}
          text={t('catalog.deleteCategoryText')}
          said={t('catalog.categoryDeleted')}
          shownBy={['categories']}
          remove={() => api.catalog.deleteCategory({ category_id: open.category.id })}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Page>
  )
}
