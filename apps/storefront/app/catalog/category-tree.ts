export type CategoryTree = { slug: string; name: string; children: { slug: string; name: string }[] }

type Node = { slug: string; name: string; product_count: number; children: Node[] }

/** The first two levels of the category tree, without what has nothing to sell: enough for the navigation. */
export function topOfTree(nodes: Node[]): CategoryTree[] {
  const filled = (list: Node[]) => list.filter((node) => node.product_count > 0)
  return filled(nodes).map((node) => ({
    slug: node.slug,
    name: node.name,
    children: filled(node.children).map(({ slug, name }) => ({ slug, name })),
  }))
}
