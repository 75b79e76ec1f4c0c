import type { LoaderFunctionArgs } from 'react-router'
import { PRODUCTS_PER_PART, urlSet } from '../catalog/sitemap.ts'
import { notFound } from '../page-errors.ts'
import { clientOf, shopOf } from '../shop-context.ts'

const PAGE_SIZE = 100

type Node = { slug: string; product_count: number; children: Node[] }

function slugsOf(nodes: Node[]): string[] {
  return nodes
    .filter((node) => node.product_count > 0)
    .flatMap((node) => [node.slug, ...slugsOf(node.children)])
}

/** One part of the sitemap. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { catalog } = clientOf(context)
  const address = (path: string) => new URL(path, shopOf(context).shop.public_url).href
  if (params['part'] === 'pages.xml') {
    const tree = await catalog.listCategories({})
    const paths = [
      '/',
      '/search',
      '/categories',
      '/help',
      '/about',
      ...slugsOf(tree.items).map((slug) => `/c/${slug}`),
    ]
    return urlSet(paths.map(address))
  }
  const number = Number(/^products-([1-9]\d{0,2})\.xml$/.exec(params['part'] ?? '')?.[1])
  if (!number) throw notFound()
  const pages = PRODUCTS_PER_PART / PAGE_SIZE
  const slugs: string[] = []
  for (let page = (number - 1) * pages + 1; page <= number * pages; page += 1) {
    const { items } = await catalog.listProducts({ sort: 'name', page, page_size: PAGE_SIZE })
    slugs.push(...items.map((product) => product.slug))
    if (items.length < PAGE_SIZE) break
  }
  if (slugs.length === 0) throw notFound()
  return urlSet(slugs.map((slug) => address(`/p/${slug}`)))
}
