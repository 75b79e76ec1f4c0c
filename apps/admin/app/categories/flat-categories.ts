import type { Category } from '../api.ts'

export type FlatCategory = { category: Category; depth: number }

/** The tree as lines from top to bottom, each with how deep it stands. `skip` leaves out a category and all below it. */
export function flatCategories(tree: readonly Category[], skip?: string, depth = 0): FlatCategory[] {
  return tree
    .filter(({ id }) => id !== skip)
    .flatMap((category) => [{ category, depth }, ...flatCategories(category.children, skip, depth + 1)])
}
