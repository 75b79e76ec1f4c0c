import { useTranslation } from 'react-i18next'
import { PageHeader } from '@rampart/kit/page-header.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { useShellData } from '../layout/use-shell-data.ts'

export default function CategoriesPage() {
  const { t } = useTranslation()
  const categories = useShellData()?.categories ?? []
  return (
    <div className="page pt-8">
      <PageHead title={t('shell.allCategories')} />
      <PageHeader title={t('shell.allCategories')} />
      <ul className="columns-1 gap-10 pt-8 sm:columns-2 lg:columns-3">
        {categories.map((category) => (
          <li key={category.slug} className="mb-8 break-inside-avoid">
            <KitLink
              href={`/c/${category.slug}`}
              className="text-lg font-medium underline-offset-4 hover:underline"
            >
              {category.name}
            </KitLink>
            <ul className="mt-1 text-sm text-ink-muted">
              {category.children.map((child) => (
                <li key={child.slug}>
                  <KitLink
                    href={`/c/${child.slug}`}
                    className="inline-block py-1 underline-offset-4 hover:underline"
                  >
                    {child.name}
                  </KitLink>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}
