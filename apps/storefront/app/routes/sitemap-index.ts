import type { LoaderFunctionArgs } from 'react-router'
import { PRODUCTS_PER_PART, xmlResponse, xmlText } from '../catalog/sitemap.ts'
import { clientOf, shopOf } from '../shop-context.ts'

/** The sitemap's table of contents: one part for pages and categories, the rest for products. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { total } = await clientOf(context).catalog.listProducts({ page_size: 1 })
  const parts = Math.ceil(total / PRODUCTS_PER_PART)
  const names = ['pages.xml', ...Array.from({ length: parts }, (_, index) => `products-${index + 1}.xml`)]
  const base = shopOf(context).shop.public_url
  const lines = names.map(
    (name) => `  <sitemap><loc>${xmlText(new URL(`/sitemap/${name}`, base).href)}</loc></sitemap>`,
  )
  return xmlResponse(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</sitemapindex>`,
  )
}
