import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '@rampart/kit/button.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type ManagedReview } from '../api.ts'
import { useFailureText } from '../form/use-failure-text.ts'
import { useCan } from '../session/use-me.ts'
import type { OpenDialog } from './review-item.tsx'

/** Publishes exactly the words that are on the screen; everything else is asked about first. */
export function ReviewActions({
  review,
  author,
  onOpen,
}: {
  review: ManagedReview
  author: string
  onOpen: (open: OpenDialog) => void
}) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const approve = useMutation({
    mutationFn: () => api.reviews.approveReview({ review_id: review.id, version: review.version }),
    onSuccess: () => toast({ title: t('reviews.approved') }),
    onError: (error) => toast({ title: failureText(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['reviews'] }),
  })
  const decides = can('reviews:write')
  const named = (action: string): string =>
    t('reviews.named', { action, author, product: review.product?.name ?? t('reviews.productGone') })
  const published = review.status === 'published'
  const kept = published && review.report_count > 0
  const approving = t(kept ? 'reviews.keep' : 'reviews.approve')
  const rejecting = t(published ? 'reviews.takeBack' : 'reviews.reject')
  const replying = t(review.reply ? 'reviews.editReply' : 'reviews.reply')
  return (
    <div className="flex flex-wrap gap-2">
      {decides && (!published || kept) ? (
        <Button
          size="sm"
          variant="primary"
          pending={approve.isPending}
          aria-label={named(approving)}
          onClick={() => approve.mutate()}
        >
          {approving}
        </Button>
      ) : null}
      {decides && review.status !== 'rejected' ? (
        <Button size="sm" aria-label={named(rejecting)} onClick={() => onOpen({ kind: 'reject', review })}>
          {rejecting}
        </Button>
      ) : null}
      {decides || can('reviews:own') ? (
        <Button size="sm" aria-label={named(replying)} onClick={() => onOpen({ kind: 'reply', review })}>
          {replying}
        </Button>
      ) : null}
    </div>
  )
}
