import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from '../deps.ts'
import { CONTENT } from '../files/keep-file.ts'
import { findPhotos } from '../store/review-photos.ts'

/** The bytes of a review's photo. In quarantine nobody gets them. */
export const readReviewPhoto =
  (deps: MediaDeps): Handler<Media, 'readReviewPhoto'> =>
  async ({ photo_id }, context) => {
    const [row] = await findPhotos(deps.db, [photo_id], null)
    if (row === undefined) throw context.fail('NOT_FOUND')
    if (row.status !== 'clean') throw context.fail('MEDIA_IN_QUARANTINE')
    const bytes = await deps.storage.read('files', photo_id, CONTENT)
    if (bytes === null) throw context.fail('NOT_FOUND')
    return { content_type: row.content_type, bytes, etag: `"${row.sha256.slice(0, 32)}"` }
  }
