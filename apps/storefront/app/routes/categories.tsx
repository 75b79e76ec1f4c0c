import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { PageHeader } from '@rampart/kit/page-header.tsx'
import { CategoryGrid } from '../catalog/category-tiles.tsx'
import { topOfTree } from '../catalog/category-tree.ts'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

export async function loader({ context, url }: LoaderFunctionArgs) {
  const { items } = await needed(clientOf(context).catalog.listCategories({}), url)
  const pictures = new Map(
    items.map(({ slug, picture, product_count }) => [slug, { picture, product_count }]),
  )
  return {
    categories: topOfTree(items).map((category) => ({
      ...category,
      picture: pictures.get(category.slug)?.picture ?? null,
      product_count: pictures.get(category.slug)?.product_count ?? 0,
    })),
  }
}

export default function CategoriesPage() {
  const { t } = useTranslation()
  const { categories } = useLoaderData<typeof loader>()
  return (
    <div className="page pt-8">
      <PageHead title={t('shell.allCategories')} />
      <PageHeader title={t('shell.allCategories')} />
      <div className="pt-8">
        <CategoryGrid categories={categories} />
      </div>
    </div>
  )
}
