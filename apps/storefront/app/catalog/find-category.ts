import type { ShopClient } from '@rampart/client/shop-client.ts'

type Node = Awaited<ReturnType<ShopClient['catalog']['listCategories']>>['items'][number]

/** The way from the root to the category with this address, itself last; null when there is none. */
export function findCategory(nodes: readonly Node[], slug: string): Node[] | null {
  for (const node of nodes) {
    if (node.slug === slug) return [node]
    const below = findCategory(node.children, slug)
    if (below) return [node, ...below]
  }
  return null
}
