import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '@rampart/kit/dialog.tsx'
import { Skeleton } from '@rampart/kit/skeleton.tsx'
import { api, type ManagedReview } from '../api.ts'
import { useShownBytes } from '../files/use-shown-bytes.ts'

/** What a customer shows: fetched with the session, for it is nobody else's to see before somebody has decided. */
export function ReviewPhotos({ review, author }: { review: ManagedReview; author: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<string | null>(null)
  if (review.photos.length === 0) return null
  return (
    <>
      <ul className="flex flex-wrap gap-2">
        {review.photos.map(({ id }, index) => (
          <li key={id}>
            <button
              type="button"
              aria-label={t('reviews.photo', { number: index + 1, author })}
              className="block rounded-md border border-line hover:border-ink"
              onClick={() => setOpen(id)}
            >
              <Photo id={id} alt="" className="size-20 rounded-md bg-well object-cover" />
            </button>
          </li>
        ))}
      </ul>
      {open === null ? null : (
        <Dialog
          open
          onOpenChange={(stays) => {
            if (!stays) setOpen(null)
          }}
          title={t('reviews.photo', { number: at(review, open), author })}
          closeLabel={t('common.close')}
        >
          <div className="flex min-h-40 items-center justify-center">
            <Photo
              id={open}
              alt={t('reviews.photo', { number: at(review, open), author })}
              className="max-h-[70dvh] max-w-full rounded-md"
            />
          </div>
        </Dialog>
      )}
    </>
  )
}

function at({ photos }: ManagedReview, photo: string): number {
  return photos.findIndex(({ id }) => id === photo) + 1
}

function Photo({ id, alt, className }: { id: string; alt: string; className: string }) {
  const { t } = useTranslation()
  const fetched = useQuery({
    queryKey: ['review-photo', id],
    staleTime: Infinity,
    retry: false,
    queryFn: async () => {
      // The contract speaks of where the bytes are; the API answers with the bytes themselves.
      const answer: unknown = await api.reviews.getReviewPhoto({ photo_id: id })
      return answer as { content_type: string; bytes: Uint8Array<ArrayBuffer> }
    },
  })
  const { data } = fetched
  const show = useShownBytes(data)
  if (fetched.isError)
    return (
      <span className="flex size-20 items-center justify-center p-1 text-center text-xs text-ink-subtle">
        {t('reviews.photoMissing')}
      </span>
    )
  if (data === undefined) return <Skeleton className="size-20 rounded-md" />
  return <img ref={show} alt={alt} className={className} />
}
