import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { ErrorCodeOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import type { ReviewsDeps } from '../deps.ts'
import { reachOf } from '../reach.ts'
import { isPhotoWithin } from '../store/photos.ts'

/** A photo that need not be published: for its author, for moderators, and for the seller of the product. */
export const getReviewPhoto =
  (deps: ReviewsDeps): Handler<Reviews, 'getReviewPhoto'> =>
  async ({ photo_id }, context) => {
    if (!(await isPhotoWithin(deps.db, photo_id, reachOf(context)))) throw context.fail('NOT_FOUND')
    const { content_type, bytes } = await read(deps, context, photo_id)
    return { content_type, bytes, attachment: `photo.${content_type === 'image/webp' ? 'webp' : 'bin'}` }
  }

async function read(
  deps: ReviewsDeps,
  context: HandlerContext<ErrorCodeOf<Reviews, 'getReviewPhoto'>>,
  photo_id: string,
) {
  try {
    return await deps.clients.media.readReviewPhoto(context, { photo_id })
  } catch (error) {
    if (error instanceof AppError && error.code === 'MEDIA_IN_QUARANTINE')
      throw context.fail('REVIEWS_PHOTO_IN_QUARANTINE')
    if (error instanceof AppError && error.code === 'NOT_FOUND') throw context.fail('NOT_FOUND')
    throw error
  }
}
