import { hash } from 'node:crypto'

type Placed = { readonly id: string; readonly parent_id: string | null; readonly position: number }

/** What a tree looks like, in short: the same as long as nobody moves, adds or removes a category. */
export function treeVersion(rows: readonly Placed[]): string {
  const places = rows.map(({ id, parent_id, position }) => `${id} ${parent_id ?? ''} ${position}`).sort()
  return hash('sha256', places.join('\n'), 'base64url').slice(0, 22)
}
