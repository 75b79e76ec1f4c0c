import {
  ArrowDown,
  ArrowUp,
  ChevronRight,
  CornerDownRight,
  CornerLeftUp,
  Ellipsis,
  FolderPlus,
  GripVertical,
  Pencil,
  Trash2,
} from 'lucide-react'
import type { DragEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { Icon } from '@rampart/kit/icon.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Menu } from '@rampart/kit/menu.tsx'
import { Picture } from '@rampart/kit/picture.tsx'
import type { Category } from '../api.ts'
import type { CategoryActions, Drag } from './category-tree.tsx'
import type { Drop, Step } from './steps.ts'

const keys: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
}

const lines: Readonly<Record<Drop, string>> = {
  before: 'before:absolute before:inset-x-0 before:-top-px before:h-0.5 before:bg-accent',
  into: 'bg-accent-soft!',
  after: 'after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-accent',
}

/** Near its edges a row takes what is dropped before or behind it, in the middle below it. */
function dropAt(event: DragEvent<HTMLElement>): Drop {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  const part = (event.clientY - top) / height
  if (part < 0.3) return 'before'
  return part > 0.7 ? 'after' : 'into'
}

/** One line of the tree: a handle to move it by, its name, and what can be done with it. */
export function CategoryRow({
  category,
  open,
  onFold,
  drag: { dragging, setDragging },
  actions,
}: {
  category: Category
  open: boolean
  onFold: () => void
  drag: Drag
  actions: CategoryActions
}) {
  const { t } = useTranslation()
  const hasChildren = category.children.length > 0
  const over = dragging?.over === category.id ? dragging.drop : null
  const onKeyDown = (event: KeyboardEvent) => {
    const step = keys[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (actions.canStep(category, step)) actions.onStep(category, step)
  }
  return (
    <div
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', category.name)
        setDragging({ id: category.id, over: null, drop: null })
      }}
      onDragEnd={() => setDragging(null)}
      onDragOver={(event) => {
        if (dragging === null || dragging.id === category.id) return
        event.preventDefault()
        const drop = dropAt(event)
        if (dragging.over !== category.id || dragging.drop !== drop)
          setDragging({ ...dragging, over: category.id, drop })
      }}
      onDrop={(event) => {
        if (dragging === null) return
        event.preventDefault()
        setDragging(null)
        actions.onDrop(dragging.id, category, dropAt(event))
      }}
      className={cx(
        'group relative flex min-h-12 items-center gap-1 rounded-md px-1 hover:bg-hover sm:gap-2 sm:px-2',
        over && lines[over],
      )}
    >
      <button
        type="button"
        data-handle={category.id}
        aria-label={t('tree.handle', { name: category.name })}
        aria-describedby="tree-keys"
        onKeyDown={onKeyDown}
        className="flex size-7 shrink-0 cursor-grab items-center justify-center rounded-md text-ink-subtle hover:text-ink"
      >
        <Icon icon={GripVertical} size="sm" />
      </button>
      {hasChildren ? (
        <button
          type="button"
          aria-expanded={open}
          aria-label={t(open ? 'catalog.hideBelow' : 'catalog.showBelow', { name: category.name })}
          onClick={onFold}
          className="flex size-7 shrink-0 items-center justify-center rounded-md text-ink-subtle hover:text-ink"
        >
          <Icon icon={ChevronRight} size="sm" className={cx('transition-transform', open && 'rotate-90')} />
        </button>
      ) : (
        <span className="size-7 shrink-0 max-sm:hidden" />
      )}
      <Picture
        image={category.picture}
        alt=""
        sizes="36px"
        className="size-9 shrink-0 rounded-sm max-sm:mr-1.5"
      />
      <button
        type="button"
        onClick={() => actions.onEdit(category)}
        className="line-clamp-2 min-w-0 flex-1 rounded-sm py-1 text-left text-control-sm font-medium hover:underline"
      >
        {category.name}
      </button>
      <KitLink
        href={`/products?category=${category.id}`}
        className="figures shrink-0 rounded-sm text-xs whitespace-nowrap text-ink-subtle hover:text-ink hover:underline"
      >
        {t('catalog.productCount', { count: category.product_count })}
      </KitLink>
      <RowMenu category={category} actions={actions} />
    </div>
  )
}

function RowMenu({ category, actions }: { category: Category; actions: CategoryActions }) {
  const { t } = useTranslation()
  const step = (to: Step, label: string, icon: typeof ArrowUp) =>
    ({
      kind: 'action',
      label,
      icon,
      disabled: !actions.canStep(category, to),
      onSelect: () => actions.onStep(category, to),
    }) as const
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label={`${t('common.actions')}: ${category.name}`} />}
      entries={[
        { kind: 'action', label: t('common.edit'), icon: Pencil, onSelect: () => actions.onEdit(category) },
        {
          kind: 'action',
          label: t('catalog.addBelow'),
          icon: FolderPlus,
          onSelect: () => actions.onAddBelow(category),
        },
        { kind: 'line' },
        step('up', t('catalog.moveUp'), ArrowUp),
        step('down', t('catalog.moveDown'), ArrowDown),
        step('in', t('tree.into'), CornerDownRight),
        step('out', t('tree.out'), CornerLeftUp),
        { kind: 'line' },
        {
          kind: 'action',
          label: t('common.delete'),
          icon: Trash2,
          danger: true,
          disabled: category.children.length > 0 || category.product_count > 0,
          onSelect: () => actions.onDelete(category),
        },
      ]}
    />
  )
}
