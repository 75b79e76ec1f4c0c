import { useTranslation } from 'react-i18next'
import { KitLink } from '@rampart/kit/link.tsx'
import { ProductGrid } from './product-grid.tsx'
import type { ProductSummary } from './types.ts'

/** A titled stretch of products on a page about something wider; nothing when there are none. */
export function ProductRow({
  title,
  products,
  more,
}: {
  title: string
  products: ProductSummary[]
  more?: string
}) {
  const { t } = useTranslation()
  if (products.length === 0) return null
  return (
    <section className="page mt-section">
      <div className="mb-6 flex items-baseline justify-between gap-4">
        <h2 className="text-2xl">{title}</h2>
        {more ? (
          <KitLink
            href={more}
            className="text-sm whitespace-nowrap underlined"
            aria-label={`${t('home.viewAll')}: ${title}`}
          >
            {t('home.viewAll')}
          </KitLink>
        ) : null}
      </div>
      <ProductGrid products={products} level={3} />
    </section>
  )
}
