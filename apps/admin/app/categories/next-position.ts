import type { Category } from '../api.ts'
import { flatCategories } from './flat-categories.ts'

/** The position behind everything that stands below `parentId`; null is the top. */
export function nextPosition(tree: readonly Category[], parentId: string | null): number {
  const siblings =
    parentId === null
      ? tree
      : (flatCategories(tree).find(({ category }) => category.id === parentId)?.category.children ?? [])
  return Math.max(-1, ...siblings.map(({ position }) => position)) + 1
}
