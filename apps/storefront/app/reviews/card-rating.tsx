import { useTranslation } from 'react-i18next'
import { Stars } from '@rampart/kit/stars.tsx'
import type { ProductSummary } from '../catalog/types.ts'
import { useEnvironment } from '../environment.tsx'

/** Stars and how many have given them; nothing while nobody has. */
export function CardRating({ rating }: { rating: ProductSummary['rating'] | undefined }) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  if (!rating) return null
  const average = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(rating.average)
  return (
    <p className="mt-0.5 flex items-center gap-1.5 text-xs text-ink-subtle">
      <Stars value={rating.average} label={t('reviews.average', { average })} size="sm" />
      <span className="figures" aria-label={t('reviews.count', { count: rating.count })} role="img">
        ({rating.count})
      </span>
    </p>
  )
}
