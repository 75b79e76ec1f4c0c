import { Flag, ThumbsUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@rampart/kit/badge.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Stars } from '@rampart/kit/stars.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { DateText } from '../layout/date-text.tsx'
import { ReviewPhotos } from './review-photos.tsx'
import type { Review } from './types.ts'

/** One review. What its author typed is text, whatever stands in it. */
export function ReviewItem({ review, slug, back }: { review: Review; slug: string; back: string }) {
  const { t } = useTranslation()
  const author = review.author_name || t('reviews.noName')
  const next = `${back.split('#')[0] ?? back}#review-${review.id}`
  return (
    <li id={`review-${review.id}`} className="scroll-mt-24 py-6">
      <article className="flex flex-col gap-2 break-words">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Stars value={review.rating} label={t('reviews.stars', { count: review.rating })} />
          {review.verified ? <Badge tone="success">{t('reviews.verified')}</Badge> : null}
          {review.own ? <Badge tone="accent">{t('reviews.yours')}</Badge> : null}
        </div>
        {review.title ? <h3 className="text-base font-medium">{review.title}</h3> : null}
        <p className="text-sm text-ink-subtle">
          {author}
          {' · '}
          <DateText value={review.created_at} />
        </p>
        <p className="max-w-prose whitespace-pre-line">{review.text}</p>
        <ReviewPhotos photos={review.photos} author={author} />
        {review.reply ? (
          <div className="mt-2 max-w-prose border-l-2 border-line pl-4">
            <p className="text-sm font-medium">{t('reviews.reply')}</p>
            <p className="text-sm whitespace-pre-line text-ink-muted">{review.reply.text}</p>
          </div>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-1 text-sm text-ink-subtle">
          {review.own ? (
            <>
              {review.helpful_count > 0 ? (
                <span>{t('reviews.helpful', { count: review.helpful_count })}</span>
              ) : null}
              <KitLink
                href={`/p/${slug}/review`}
                className="py-1 underline underline-offset-4 hover:text-ink"
              >
                {t('reviews.edit')}
              </KitLink>
            </>
          ) : (
            <>
              <ShopForm action={`/reviews/${review.id}/helpful`} preventScrollReset>
                <input type="hidden" name="helpful" value={review.voted ? 'false' : 'true'} />
                <input type="hidden" name="next" value={next} />
                <Button
                  type="submit"
                  size="sm"
                  variant="ghost"
                  className="-ml-3"
                  aria-pressed={review.voted}
                  aria-label={t('reviews.helpfulNamed', { author, count: review.helpful_count })}
                >
                  <Icon icon={ThumbsUp} size="sm" />
                  {t('reviews.helpfulButton')}
                  {review.helpful_count > 0 ? (
                    <span className="figures">({review.helpful_count})</span>
                  ) : null}
                </Button>
              </ShopForm>
              <KitLink
                href={`/reviews/${review.id}/report?next=${encodeURIComponent(next)}`}
                rel="nofollow"
                aria-label={t('reviews.reportNamed', { author })}
                className="inline-flex items-center gap-1.5 py-1 hover:text-ink hover:underline"
              >
                <Icon icon={Flag} size="sm" />
                {t('reviews.report')}
              </KitLink>
            </>
          )}
        </div>
      </article>
    </li>
  )
}
