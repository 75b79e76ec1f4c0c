import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Stars } from '@rampart/kit/stars.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { DateText } from '../layout/date-text.tsx'
import type { OwnReview } from './types.ts'

const tones: Record<OwnReview['status'], Tone> = {
  pending: 'warning',
  published: 'success',
  rejected: 'neutral',
}

/** One's own review in the account: what became of it, and the ways to change or remove it. */
export function OwnReviewItem({ review }: { review: OwnReview }) {
  const { t } = useTranslation()
  const { product } = review
  const name = product?.name ?? t('reviews.productGone')
  const link = 'py-1 underline underline-offset-4 hover:text-ink'
  return (
    <li className="flex flex-col gap-2 py-5 break-words">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {product?.published ? (
          <KitLink href={`/p/${product.slug}`} className="font-medium underline-offset-4 hover:underline">
            {name}
          </KitLink>
        ) : (
          <span className="font-medium">{name}</span>
        )}
        <Badge tone={tones[review.status]} dot>
          {t(`reviews.status_${review.status}`)}
        </Badge>
        {review.verified ? <Badge tone="success">{t('reviews.verified')}</Badge> : null}
      </div>
      <div className="flex items-center gap-3 text-sm text-ink-subtle">
        <Stars value={review.rating} label={t('reviews.stars', { count: review.rating })} />
        <DateText value={review.created_at} />
      </div>
      {review.title ? <p className="font-medium">{review.title}</p> : null}
      <p className="max-w-prose whitespace-pre-line text-ink-muted">{review.text}</p>
      {review.photos.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {review.photos.map((photo, index) => (
            <li key={photo.id}>
              <img
                src={`/api/v1/reviews/photos/${photo.id}`}
                alt={t('reviews.photoOwn', { number: index + 1 })}
                width={photo.width}
                height={photo.height}
                loading="lazy"
                className="size-20 rounded-md border border-line bg-well object-cover"
              />
            </li>
          ))}
        </ul>
      ) : null}
      {review.rejected_reason ? (
        <p className="text-sm text-danger">
          {t('reviews.rejectedBecause', { reason: review.rejected_reason })}
        </p>
      ) : null}
      {review.reply ? (
        <div className="max-w-prose border-l-2 border-line pl-4">
          <p className="text-sm font-medium">{t('reviews.reply')}</p>
          <p className="text-sm whitespace-pre-line text-ink-muted">{review.reply.text}</p>
        </div>
      ) : null}
      <div className="flex gap-4 text-sm text-ink-subtle">
        {product?.published ? (
          <KitLink
            href={`/p/${product.slug}/review`}
            className={link}
            aria-label={t('reviews.editOf', { name })}
          >
            {t('reviews.edit')}
          </KitLink>
        ) : null}
        <ShopForm>
          <input type="hidden" name="review_id" value={review.id} />
          <button type="submit" className={link} aria-label={t('reviews.deleteOf', { name })}>
            {t('reviews.delete')}
          </button>
        </ShopForm>
      </div>
    </li>
  )
}
