import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import type { PublicClient } from '@rampart/client/public-client.ts'
import { Breadcrumb } from '@rampart/kit/breadcrumb.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { PageHeader } from '@rampart/kit/page-header.tsx'
import { readListQuery } from '../catalog/list-query.ts'
import { ProductList } from '../catalog/product-list.tsx'
import { breadcrumbFacts } from '../catalog/product-facts.ts'
import { RescueNote } from '../catalog/rescue-note.tsx'
import { JsonLd } from '../layout/json-ld.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { useShellData } from '../layout/use-shell-data.ts'
import { findCategory } from '../catalog/find-category.ts'
import { needed, notFound } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

export async function loader({ context, params, url }: LoaderFunctionArgs) {
  const slug = params['slug'] ?? ''
  const { catalog, search } = clientOf(context)
  const tree = await needed(catalog.listCategories({}), url)
  const trail = findCategory(tree.items, slug)
  const category = trail?.at(-1)
  if (!trail || !category) throw await movedOrGone(catalog, slug, url)
  // By its id: the search may not have heard of a new address yet.
  const list = await needed(search.searchProducts(readListQuery(url.searchParams, category.id)), url)
  return {
    list,
    name: category.name,
    description: category.description,
    seo: { title: category.seo_title, description: category.seo_description },
    trail: trail.map((node) => ({ slug: node.slug, name: node.name })),
    children: category.children
      .filter((child) => child.product_count > 0)
      .map((child) => ({ slug: child.slug, name: child.name, count: child.product_count })),
  }
}

/** Where a category went that had this address before; else that there is nothing here. */
async function movedOrGone(catalog: PublicClient['catalog'], slug: string, url: URL) {
  const { slug: now } = await needed(catalog.getCategory({ category: slug }), url)
  return now === slug ? notFound() : redirect(`/c/${now}${url.search}`, 301)
}

export default function CategoryPage() {
  const { t } = useTranslation()
  const { list, name, description, seo, trail, children } = useLoaderData<typeof loader>()
  const shop = useShellData()?.shop
  const crumbs = [
    { label: t('shell.home'), href: '/' },
    ...trail.map((node) => ({ label: node.name, href: `/c/${node.slug}` })),
  ]
  return (
    <div className="page pt-6">
      <PageHead
        title={seo.title ?? name}
        description={seo.description ?? (description || undefined)}
        image={list.items[0]?.picture?.url}
        canonical={
          list.page > 1
            ? `/c/${trail.at(-1)?.slug ?? ''}?page=${list.page}`
            : `/c/${trail.at(-1)?.slug ?? ''}`
        }
      />
      {shop ? <JsonLd facts={breadcrumbFacts(crumbs, shop.public_url)} /> : null}
      <PageHeader
        above={<Breadcrumb label={t('shell.breadcrumb')} items={crumbs} />}
        title={name}
        lead={description || undefined}
      />
      {children.length > 0 ? (
        <nav aria-label={t('list.subcategories')} className="pt-5">
          <ul className="flex flex-wrap gap-2">
            {children.map((child) => (
              <li key={child.slug}>
                <KitLink
                  href={`/c/${child.slug}`}
                  className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-line bg-surface px-4 text-sm transition-colors hover:border-line-strong"
                >
                  {child.name}
                  <span className="figures text-ink-subtle">{child.count}</span>
                </KitLink>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {list.rescue && list.total > 0 ? <RescueNote rescue={list.rescue} /> : null}
      <div className="pt-8">
        <ProductList list={list} />
      </div>
    </div>
  )
}
