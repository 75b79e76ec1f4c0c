import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { ReviewsDeps } from '../deps.ts'
import type { ReviewRow } from '../store/review-row.ts'

export type ShownPhoto = RawOutputOf<Reviews, 'getReview'>['photos'][number]

/** The photos of published reviews that everybody can see, by the ids of the photos. */
export async function shownPhotos(
  deps: ReviewsDeps,
  call: CallContext,
  rows: readonly Pick<ReviewRow, 'status' | 'photos'>[],
): Promise<ReadonlyMap<string, ShownPhoto>> {
  const photo_ids = rows
    .filter(({ status }) => status === 'published')
    .flatMap(({ photos }) => photos.map(({ id }) => id))
  if (photo_ids.length === 0) return new Map()
  const { photos } = await deps.clients.media.describeReviewPhotos(call, { photo_ids })
  return new Map(
    photos.flatMap(({ id, url, widths, alt, width, height }) => {
      if (url === null) return []
      const srcset = widths.map((each) => ({ url: url.replace(/\d+$/, String(each)), width: each }))
      return [[id, { id, url, alt, width, height, srcset }]]
    }),
  )
}
