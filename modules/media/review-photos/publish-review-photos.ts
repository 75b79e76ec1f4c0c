import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from '../deps.ts'
import { changeFile } from '../files/change-file.ts'
import { lockAny, setFile } from '../store/files.ts'
import { findPhotos } from '../store/review-photos.ts'

/**
 * Shows photos of a review to everybody, or to nobody any more. What is so already stays as it is, without an entry; so
 * does what waits for the scanner, since no moderator can have looked at it.
 */
export const publishReviewPhotos =
  (deps: MediaDeps): Handler<Media, 'publishReviewPhotos'> =>
  async ({ account_id, photo_ids, published }, context) => {
    const visibility = published ? 'public' : 'private'
    for (const before of await findPhotos(deps.db, photo_ids, account_id)) {
      if (before.visibility === visibility || (published && before.status !== 'clean')) continue
      const after = await changeFile(deps, before, { ...before, visibility }, async (tx) => {
        const row = await lockAny(tx, before.id, account_id)
        if (row === null || row.visibility === visibility) return row
        await deps.audit.record(tx, context, {
          action: published ? 'media.photo-published' : 'media.photo-hidden',
          subject_type: 'file',
          subject_id: row.id,
          before: { visibility: row.visibility },
          after: { visibility },
        })
        return setFile(tx, row.id, { name: row.name, alt: row.alt, visibility })
      })
      if (after === 'busy') throw context.fail('UNAVAILABLE', { retryAfterSeconds: 1 })
    }
    return null
  }
