import { Ellipsis, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@rampart/kit/badge.tsx'
import { IconButton } from '@rampart/kit/icon-button.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Menu } from '@rampart/kit/menu.tsx'
import { Stars } from '@rampart/kit/stars.tsx'
import type { ManagedReview } from '../api.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useCan } from '../session/use-me.ts'
import { ReviewActions } from './review-actions.tsx'
import { ReviewPhotos } from './review-photos.tsx'

export type OpenDialog = { kind: 'reject' | 'reply' | 'remove'; review: ManagedReview } | null

const tones: Record<ManagedReview['status'], Tone> = {
  pending: 'warning',
  published: 'success',
  rejected: 'neutral',
}

/** A review with everything a decision needs, and the ways to decide. Its text is text, whatever stands in it. */
export function ReviewItem({
  review,
  onOpen,
}: {
  review: ManagedReview
  onOpen: (open: OpenDialog) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const can = useCan()
  const author = review.author_name || t('reviews.noName')
  return (
    <li className="flex flex-col gap-3 px-5 py-4">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Stars value={review.rating} label={t('reviews.stars', { count: review.rating })} />
            <Badge tone={tones[review.status]} dot>
              {t(`reviews.status.${review.status}`)}
            </Badge>
            {review.verified ? <Badge tone="info">{t('reviews.verified')}</Badge> : null}
            {review.report_count > 0 ? (
              <Badge tone="danger">{t('reviews.reportCount', { count: review.report_count })}</Badge>
            ) : null}
          </div>
          <p className="mt-1 text-xs break-words text-ink-subtle">
            {review.product ? (
              <KitLink href={`/products/${review.product_id}`} className="underline-offset-4 hover:underline">
                {review.product.name}
              </KitLink>
            ) : (
              t('reviews.productGone')
            )}
            {` · ${author} · `}
            <time dateTime={review.updated_at} title={format.dayTime(review.updated_at)}>
              {format.ago(review.updated_at)}
            </time>
            {review.helpful_count > 0 ? ` · ${t('reviews.helpful', { count: review.helpful_count })}` : null}
          </p>
        </div>
        {can('reviews:write') ? (
          <Menu
            trigger={<IconButton icon={Ellipsis} label={t('reviews.more', { author })} />}
            entries={[
              {
                kind: 'action',
                label: t('reviews.remove'),
                icon: Trash2,
                danger: true,
                onSelect: () => onOpen({ kind: 'remove', review }),
              },
            ]}
          />
        ) : null}
      </div>
      <div className="max-w-prose break-words">
        {review.title ? <p className="font-medium">{review.title}</p> : null}
        <p className="text-control-sm whitespace-pre-line text-ink-muted">{review.text}</p>
      </div>
      <ReviewPhotos review={review} author={author} />
      {review.reports.length > 0 ? (
        <ul className="max-w-prose space-y-1 rounded-md bg-danger-soft px-3 py-2 text-control-sm text-danger">
          {review.reports.map((report) => (
            <li key={`${report.reported_at} ${report.note}`} className="break-words">
              <span className="font-medium">{t(`reviews.reason.${report.reason}`)}</span>
              {report.note ? `: ${report.note}` : null}
            </li>
          ))}
        </ul>
      ) : null}
      {review.status === 'rejected' ? (
        <p className="text-xs break-words text-ink-subtle">
          {review.rejected_reason
            ? t('reviews.rejectedBecause', { reason: review.rejected_reason })
            : t('reviews.rejectedSilently')}
        </p>
      ) : null}
      {review.reply ? (
        <div className="max-w-prose border-l-2 border-line pl-3 text-control-sm break-words">
          <p className="text-xs font-medium text-ink-subtle">{t('reviews.replyFromShop')}</p>
          <p className="whitespace-pre-line text-ink-muted">{review.reply.text}</p>
        </div>
      ) : null}
      <ReviewActions review={review} author={author} onOpen={onOpen} />
    </li>
  )
}
