import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '@rampart/kit/text-area.tsx'
import { useToast } from '@rampart/kit/toast.tsx'
import { api, type ManagedReview } from '../api.ts'
import { DeleteDialog } from '../form/delete-dialog.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { useFailureText } from '../form/use-failure-text.ts'

type DialogProps = { review: ManagedReview; onClose: () => void }

/** What a dialog about a review does: says that it worked, closes, and has the lists loaded anew. */
function useReviewCommand(run: () => Promise<unknown>, done: string, onClose: () => void) {
  const toast = useToast()
  const client = useQueryClient()
  const failureText = useFailureText()
  const command = useMutation({
    mutationFn: run,
    onSuccess: () => {
      toast({ title: done })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['reviews'] }),
  })
  return {
    pending: command.isPending,
    failure: command.isError ? failureText(command.error) : null,
    onSubmit: () => command.mutate(),
  }
}

/** Asks for the reason that the author will read. */
export function RejectDialog({ review, onClose }: DialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const command = useReviewCommand(
    () => api.reviews.rejectReview({ review_id: review.id, version: review.version, reason }),
    t('reviews.rejected'),
    onClose,
  )
  return (
    <FormDialog
      title={t('reviews.rejectTitle')}
      description={t('reviews.rejectText')}
      submitLabel={t('reviews.reject')}
      tone="danger"
      {...command}
      onClose={onClose}
    >
      <TextArea
        label={t('reviews.rejectReason')}
        optional={t('common.optional')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  )
}

/** Writes, changes or takes away the answer below a review. */
export function ReplyDialog({ review, onClose }: DialogProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(review.reply?.text ?? '')
  const command = useReviewCommand(
    () => api.reviews.replyToReview({ review_id: review.id, text: text.trim() === '' ? null : text }),
    t('reviews.replied'),
    onClose,
  )
  return (
    <FormDialog
      title={t('reviews.replyTitle')}
      description={t('reviews.replyText')}
      submitLabel={t('common.save')}
      {...command}
      onClose={onClose}
    >
      <blockquote className="max-h-40 overflow-y-auto border-l-2 border-line pl-3 text-control-sm whitespace-pre-line text-ink-muted">
        {review.text}
      </blockquote>
      <TextArea
        label={t('reviews.replyLabel')}
        {...(review.reply ? { hint: t('reviews.replyEmptyHint') } : { required: true })}
        maxLength={2000}
        rows={5}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </FormDialog>
  )
}

/** Asks before a review is gone for good. */
export function RemoveDialog({ review, onClose }: DialogProps) {
  const { t } = useTranslation()
  return (
    <DeleteDialog
      title={t('reviews.removeTitle')}
      text={t('reviews.removeText')}
      said={t('reviews.removed')}
      shownBy={['reviews']}
      remove={() => api.reviews.deleteReview({ review_id: review.id })}
      onClose={onClose}
    />
  )
}
