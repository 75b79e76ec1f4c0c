import type { PublicClient } from '@rampart/client/public-client.ts'

type Node = Awaited<ReturnType<PublicClient['catalog']['listCategories']>>['items'][number]

/** The way from the root to the category with this address, itself last; null when there is none. */
export function findCategory(nodes: readonly Node[], slug: string): Node[] | null {
  for (const node of nodes) {
    if (node.slug === slug) return [node]
    const below = findCategory(node.children, slug)
    if (below) return [node, ...below]
  }
  return null
}
