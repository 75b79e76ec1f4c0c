import { useTranslation } from 'react-i18next'
import { cx } from '@rampart/kit/cx.ts'
import { KitLink } from '@rampart/kit/link.tsx'
import { Stars } from '@rampart/kit/stars.tsx'
import { useEnvironment } from '../environment.tsx'
import type { Rating } from './types.ts'

/** The average, and how many gave how many stars: each row leads to those reviews. */
export function RatingHistogram({
  rating,
  chosen,
  href,
}: {
  rating: Rating
  chosen: number | undefined
  href: (stars: number | null) => string
}) {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const average = rating.average ?? 0
  const figure = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-3">
        <p className="figures text-4xl font-medium">{figure.format(average)}</p>
        <div>
          <Stars value={average} label={t('reviews.average', { average: figure.format(average) })} />
          <p className="text-sm text-ink-subtle">{t('reviews.count', { count: rating.count })}</p>
        </div>
      </div>
      <ul className="flex flex-col" aria-label={t('reviews.histogram')}>
        {rating.histogram.map(({ rating: stars, count }) => {
          const row = (
            <>
              <span className="figures w-4 text-right" aria-hidden="true">
                {stars}
              </span>
              <svg className="h-2 min-w-0 flex-1 rounded-full bg-well" aria-hidden="true">
                <rect
                  width={`${(100 * count) / Math.max(1, rating.count)}%`}
                  height="100%"
                  rx="4"
                  className="fill-warning"
                />
              </svg>
              <span className="figures w-8 text-right text-ink-subtle" aria-hidden="true">
                {count}
              </span>
              <span className="visually-hidden">
                {t('reviews.starsCount', { stars: t('reviews.stars', { count: stars }), number: count })}
              </span>
            </>
          )
          const style = 'flex min-h-8 items-center gap-2.5 rounded-md px-1 text-sm'
          return (
            <li key={stars}>
              {count === 0 ? (
                <span className={style}>{row}</span>
              ) : (
                <KitLink
                  href={href(chosen === stars ? null : stars)}
                  aria-current={chosen === stars ? 'true' : undefined}
                  className={cx(style, 'transition-colors hover:bg-hover', chosen === stars && 'bg-hover')}
                >
                  {row}
                </KitLink>
              )}
            </li>
          )
        })}
      </ul>
      {chosen ? (
        <KitLink href={href(null)} className="self-start py-1 text-sm underline underline-offset-4">
          {t('reviews.showAll')}
        </KitLink>
      ) : null}
    </div>
  )
}
