import type { Category } from '../api.ts'

/** Where a category goes: below which other (null: to the top), and before which (null: behind all). */
export type Place = { parent_id: string | null; before_id: string | null }

export type Step = 'up' | 'down' | 'in' | 'out'

type Node = Pick<Category, 'id' | 'parent_id'> & { children: readonly Node[] }

/** The categories beside one, itself included, in their order; null where it is not in the tree. */
function siblingsOf(tree: readonly Node[], id: string): readonly Node[] | null {
  if (tree.some((node) => node.id === id)) return tree
  for (const { children } of tree) {
    const found = siblingsOf(children, id)
    if (found !== null) return found
  }
  return null
}

/** Where one step leads: up or down beside its siblings, into the one above it, or out behind its parent. Null: nowhere. */
export function placeAfter(tree: readonly Node[], id: string, step: Step): Place | null {
  const siblings = siblingsOf(tree, id)
  const at = siblings?.findIndex((node) => node.id === id) ?? -1
  const self = siblings?.[at]
  if (siblings === null || self === undefined) return null
  const { parent_id } = self
  if (step === 'up') {
    const before = siblings[at - 1]
    return before === undefined ? null : { parent_id, before_id: before.id }
  }
  if (step === 'down') {
    if (at === siblings.length - 1) return null
    return { parent_id, before_id: siblings[at + 2]?.id ?? null }
  }
  if (step === 'in') {
    const above = siblings[at - 1]
    return above === undefined ? null : { parent_id: above.id, before_id: null }
  }
  if (parent_id === null) return null
  const aunts = siblingsOf(tree, parent_id) ?? []
  const parentAt = aunts.findIndex((node) => node.id === parent_id)
  return { parent_id: aunts[parentAt]?.parent_id ?? null, before_id: aunts[parentAt + 1]?.id ?? null }
}

export type Drop = 'before' | 'into' | 'after'

/** Where a category goes that is dropped on another; null where that is the same one, or below it. */
export function placeOnDrop(tree: readonly Node[], id: string, onto: string, drop: Drop): Place | null {
  const siblings = siblingsOf(tree, onto)
  const at = siblings?.findIndex((node) => node.id === onto) ?? -1
  const target = siblings?.[at]
  const moved = siblingsOf(tree, id)?.find((node) => node.id === id)
  if (siblings === null || target === undefined || moved === undefined || holds(moved, onto)) return null
  if (drop === 'into') return { parent_id: onto, before_id: null }
  if (drop === 'before') return { parent_id: target.parent_id, before_id: onto }
  const next = siblings[at + 1]
  return {
    parent_id: target.parent_id,
    before_id: (next?.id === id ? siblings[at + 2]?.id : next?.id) ?? null,
  }
}

function holds(node: Node, id: string): boolean {
  return node.id === id || node.children.some((child) => holds(child, id))
}
