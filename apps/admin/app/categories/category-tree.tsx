import { ArrowDown, ArrowUp, ChevronRight, Ellipsis, FolderPlus, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Menu } from '@rampart/kit/menu.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import type { Category } from '../api.ts'

/** What can be done with a category. */
export type CategoryActions = {
  onEdit: (category: Category) => void
  onAddBelow: (category: Category) => void
  onMove: (siblings: readonly Category[], from: number, to: number) => void
  onDelete: (category: Category) => void
}

/** The categories as nested lists; each branch can be folded. */
export function CategoryTree({
  siblings,
  depth = 0,
  actions,
}: {
  siblings: readonly Category[]
  depth?: number
  actions: CategoryActions
}) {
  return (
    <ul className={depth === 0 ? '' : 'ml-5 border-l border-line pl-2 sm:ml-6 sm:pl-4'}>
      {siblings.map((category, index) => (
        <Branch
          key={category.id}
          siblings={siblings}
          index={index}
          category={category}
          depth={depth}
          actions={actions}
        />
      ))}
    </ul>
  )
}

function Branch({
  siblings,
  index,
  category,
  depth,
  actions,
}: {
  siblings: readonly Category[]
  index: number
  category: Category
  depth: number
  actions: CategoryActions
}) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(true)
  const hasChildren = category.children.length > 0
  return (
    <li>
      <div className="group flex min-h-12 items-center gap-2 rounded-md px-1 hover:bg-hover sm:px-2">
        {hasChildren ? (
          <button
            type="button"
            aria-expanded={open}
            aria-label={t(open ? 'catalog.hideBelow' : 'catalog.showBelow', { name: category.name })}
            onClick={() => setOpen(!open)}
            className="flex size-7 shrink-0 items-center justify-center rounded-md text-ink-subtle hover:text-ink"
          >
            <Icon icon={ChevronRight} size="sm" className={cx('transition-transform', open && 'rotate-90')} />
          </button>
        ) : (
          <span className="size-7 shrink-0" />
        )}
        <Picture image={category.picture} alt="" sizes="36px" className="size-9 shrink-0 rounded-sm" />
        <button
          type="button"
          onClick={() => actions.onEdit(category)}
          className="min-w-0 flex-1 truncate rounded-sm py-2 text-left text-control-sm font-medium hover:underline"
        >
          {category.name}
        </button>
        <KitLink
          href={`/products?category=${category.id}`}
          className="figures shrink-0 rounded-sm text-xs whitespace-nowrap text-ink-subtle hover:text-ink hover:underline"
        >
          {t('catalog.productCount', { count: category.product_count })}
        </KitLink>
        <Menu
          trigger={<IconButton icon={Ellipsis} label={`${t('common.actions')}: ${category.name}`} />}
          entries={[
            {
              kind: 'action',
              label: t('common.edit'),
              icon: Pencil,
              onSelect: () => actions.onEdit(category),
            },
            {
              kind: 'action',
              label: t('catalog.addBelow'),
              icon: FolderPlus,
              onSelect: () => actions.onAddBelow(category),
            },
            { kind: 'line' },
            {
              kind: 'action',
              label: t('catalog.moveUp'),
              icon: ArrowUp,
              disabled: index === 0,
              onSelect: () => actions.onMove(siblings, index, index - 1),
            },
            {
              kind: 'action',
              label: t('catalog.moveDown'),
              icon: ArrowDown,
              disabled: index === siblings.length - 1,
              onSelect: () => actions.onMove(siblings, index, index + 1),
            },
            { kind: 'line' },
            {
              kind: 'action',
              label: t('common.delete'),
              icon: Trash2,
              danger: true,
              disabled: hasChildren || category.product_count > 0,
              onSelect: () => actions.onDelete(category),
            },
          ]}
        />
      </div>
      {hasChildren && open ? (
        <CategoryTree siblings={category.children} depth={depth + 1} actions={actions} />
      ) : null}
    </li>
  )
}
