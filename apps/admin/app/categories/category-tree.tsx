import { useState } from 'react'
import { cx } from '@rampart/kit/cx.ts'
import type { Category } from '../api.ts'
import { CategoryRow } from './category-row.tsx'
import type { Drop, Step } from './steps.ts'

/** What can be done with a category. */
export type CategoryActions = {
  onEdit: (category: Category) => void
  onAddBelow: (category: Category) => void
  onStep: (category: Category, step: Step) => void
  onDrop: (id: string, onto: Category, drop: Drop) => void
  onDelete: (category: Category) => void
  /** Whether a step leads anywhere. */
  canStep: (category: Category, step: Step) => boolean
}

/** What is being dragged, and over which half of what. */
export type Dragging = { id: string; over: string | null; drop: Drop | null }

/** The categories as nested lists; each branch can be folded, and each category moved by hand or by keyboard. */
export function CategoryTree({ tree, actions }: { tree: readonly Category[]; actions: CategoryActions }) {
  const [dragging, setDragging] = useState<Dragging | null>(null)
  return <Branches siblings={tree} depth={0} drag={{ dragging, setDragging }} actions={actions} />
}

export type Drag = { dragging: Dragging | null; setDragging: (dragging: Dragging | null) => void }

function Branches({
  siblings,
  depth,
  drag,
  actions,
}: {
  siblings: readonly Category[]
  depth: number
  drag: Drag
  actions: CategoryActions
}) {
  return (
    <ul className={depth === 0 ? '' : 'ml-5 border-l border-line pl-2 sm:ml-6 sm:pl-4'}>
      {siblings.map((category) => (
        <Branch key={category.id} category={category} depth={depth} drag={drag} actions={actions} />
      ))}
    </ul>
  )
}

function Branch({
  category,
  depth,
  drag,
  actions,
}: {
  category: Category
  depth: number
  drag: Drag
  actions: CategoryActions
}) {
  const [open, setOpen] = useState(true)
  const { dragging } = drag
  return (
    <li className={cx(dragging?.id === category.id && 'opacity-50')}>
      <CategoryRow
        category={category}
        open={open}
        onFold={() => setOpen(!open)}
        drag={drag}
        actions={actions}
      />
      {category.children.length > 0 && open ? (
        <Branches siblings={category.children} depth={depth + 1} drag={drag} actions={actions} />
      ) : null}
    </li>
  )
}
