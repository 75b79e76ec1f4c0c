import { MessageSquareQuote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { EmptyState } from '@rampart/kit/empty-state.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Pagination } from '@rampart/kit/pagination.tsx'
import { RatingHistogram } from './rating-histogram.tsx'
import { readReviewQuery, reviewsAddress, reviewSorts } from './read-review-query.ts'
import { ReviewItem } from './review-item.tsx'
import type { Rating, ReviewPage } from './types.ts'

/** What others think of a product: figures, reviews in the order asked for, and the way to one's own. */
export function ReviewsSection({ slug, rating, page }: { slug: string; rating: Rating; page: ReviewPage }) {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const { sort, stars } = readReviewQuery(params)
  const write = (
    <LinkButton href={`/p/${slug}/review`} rel="nofollow">
      {t('reviews.write')}
    </LinkButton>
  )
  return (
    <section id="reviews" aria-labelledby="reviews-title" className="page mt-section scroll-mt-24">
      <h2 id="reviews-title" className="mb-6 text-2xl">
        {t('reviews.title')}
      </h2>
      {rating.count === 0 ? (
        <EmptyState icon={MessageSquareQuote} title={t('reviews.none')} action={write}>
          {t('reviews.noneText')}
        </EmptyState>
      ) : (
        <div className="grid gap-8 lg:grid-cols-12 lg:gap-14">
          <div className="flex min-w-0 flex-col items-start gap-6 lg:col-span-4">
            <div className="w-full max-w-sm">
              <RatingHistogram
                rating={rating}
                chosen={stars}
                href={(wanted) => reviewsAddress(slug, params, { stars: wanted })}
              />
            </div>
            {write}
          </div>
          <div className="min-w-0 lg:col-span-8">
            <nav aria-label={t('reviews.sort')} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
              {reviewSorts.map((name) => (
                <KitLink
                  key={name}
                  href={reviewsAddress(slug, params, { sort: name })}
                  rel="nofollow"
                  aria-current={name === sort ? 'true' : undefined}
                  className={
                    name === sort
                      ? 'py-1 font-medium text-ink'
                      : 'py-1 text-ink-muted underline-offset-4 hover:text-ink hover:underline'
                  }
                >
                  {t(`reviews.sort_${name}`)}
                </KitLink>
              ))}
            </nav>
            <ul className="divide-y divide-line">
              {page.items.map((review) => (
                <ReviewItem
                  key={review.id}
                  review={review}
                  slug={slug}
                  back={reviewsAddress(slug, params, { page: page.page })}
                />
              ))}
            </ul>
            <Pagination
              page={page.page}
              pageCount={Math.ceil(page.total / page.page_size)}
              href={(wanted) => reviewsAddress(slug, params, { page: wanted })}
              labels={{
                nav: t('reviews.pages'),
                previous: t('list.previousPage'),
                next: t('list.nextPage'),
                page: (number) => t('list.page', { page: number }),
              }}
            />
          </div>
        </div>
      )}
    </section>
  )
}
