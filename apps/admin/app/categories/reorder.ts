import type { Category } from '../api.ts'
import { flatCategories } from './flat-categories.ts'

/**
 * The positions to write so that the sibling at `from` stands at `to`. Only those that change are answered; positions
 * may have gaps or repeat before, and count 0, 1, 2 … afterwards.
 */
export function reorder(
  siblings: readonly Pick<Category, 'id' | 'position'>[],
  from: number,
  to: number,
): { id: string; position: number }[] {
  const entry = siblings[from]
  if (entry === undefined || to < 0 || to >= siblings.length) return []
  return siblings
    .toSpliced(from, 1)
    .toSpliced(to, 0, entry)
    .map(({ id, position }, index) => ({ id, position: index, before: position }))
    .filter(({ position, before }) => position !== before)
    .map(({ id, position }) => ({ id, position }))
}

/** The position behind everything that stands below `parentId`; null is the top. */
export function nextPosition(tree: readonly Category[], parentId: string | null): number {
  const siblings =
    parentId === null
      ? tree
      : (flatCategories(tree).find(({ category }) => category.id === parentId)?.category.children ?? [])
  return Math.max(-1, ...siblings.map(({ position }) => position)) + 1
}
