import type { Category } from '../api.ts'
import { flatCategories } from './flat-categories.ts'

/** The tree as the options of a field, each set in by how deep it stands, without `skip` and all below it. */
export function CategoryOptions({ tree, skip }: { tree: readonly Category[]; skip?: string | undefined }) {
  return flatCategories(tree, skip).map(({ category, depth }) => (
    <option key={category.id} value={category.id}>
      {'\u2003'.repeat(depth) + category.name}
    </option>
  ))
}
