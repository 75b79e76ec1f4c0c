import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { ErrorCodeOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import { countRating } from '../count-rating.ts'
import type { ReviewsDeps } from '../deps.ts'
import { customerOf, reachOf } from '../reach.ts'
import { announcePhoto, arrivePhoto, forgetPhoto } from '../store/photos.ts'
import { awaitModerator, lockReview } from '../store/write-reviews.ts'
import { discardPhotos, followPhotos } from './follow-photos.ts'

type Context = HandlerContext<ErrorCodeOf<Reviews, 'addReviewPhoto'>>

/** Photos that one review has at most. */
const MOST = 5

/**
 * Adds a photo to one's own review, which waits for a moderator again. Its id is written down before media has it, so
 * that no picture is ever kept that no review knows of.
 */
export const addReviewPhoto =
  (deps: ReviewsDeps): Handler<Reviews, 'addReviewPhoto'> =>
  async ({ review_id, file: { bytes } }, context) => {
    const account_id = customerOf(context)
    const reach = reachOf(context)
    const photo_id = newId()
    await deps.db.tx(async (tx) => {
      if ((await lockReview(tx, review_id, reach)) === null) throw context.fail('NOT_FOUND')
      const photo = { id: photo_id, review_id, now: context.now() }
      if (!(await announcePhoto(tx, photo, MOST))) throw context.fail('REVIEWS_TOO_MANY_PHOTOS')
    })
    const { width, height } = await store(deps, context, { photo_id, account_id, bytes })
    const added = await deps.db.tx(async (tx) => {
      const before = await lockReview(tx, review_id, reach)
      if (before === null || !(await arrivePhoto(tx, photo_id, { width, height }))) {
        await discardPhotos(deps, tx, account_id, [photo_id])
        return false
      }
      await awaitModerator(tx, review_id, context.now())
      if (before.status === 'published') {
        await countRating(deps, tx, before, -1)
        await followPhotos(deps, tx, review_id)
      }
      await deps.audit.record(tx, context, {
        action: 'reviews.photo-added',
        subject_type: 'review',
        subject_id: review_id,
        before: { status: before.status },
        after: { status: 'pending', photo_id },
      })
      return true
    })
    if (!added) throw context.fail('NOT_FOUND')
    return { id: photo_id, width, height }
  }

const refusals = {
  MEDIA_NOT_A_PICTURE: 'REVIEWS_NOT_A_PICTURE',
  MEDIA_TOO_MANY_PIXELS: 'REVIEWS_NOT_A_PICTURE',
  MEDIA_INFECTED: 'REVIEWS_NOT_A_PICTURE',
  MEDIA_TOO_MANY_FILES: 'REVIEWS_TOO_MANY_PHOTOS',
} as const

// What failed in another way may have been kept nevertheless: its note stays, and the sweep settles both.
async function store(
  deps: ReviewsDeps,
  context: Context,
  photo: { readonly photo_id: string; readonly account_id: string; readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<{ readonly width: number; readonly height: number }> {
  try {
    return await deps.clients.media.storeReviewPhoto(context, photo)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code in refusals || error.code === 'PAYLOAD_TOO_LARGE')
      await forgetPhoto(deps.db, photo.photo_id)
    if (!(error.code in refusals)) throw error
    throw context.fail(refusals[error.code as keyof typeof refusals])
  }
}
