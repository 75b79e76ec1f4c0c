import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from '../deps.ts'
import { removeRow } from '../files/delete-file.ts'
import { discard } from '../files/keep-file.ts'
import { lockAny } from '../store/files.ts'
import { findPhotos } from '../store/review-photos.ts'

/** Throws photos of a review away: rows first, so that no row ever lacks its bytes. */
export const discardReviewPhotos =
  (deps: MediaDeps): Handler<Media, 'discardReviewPhotos'> =>
  async ({ account_id, photo_ids }, context) => {
    for (const { id } of await findPhotos(deps.db, photo_ids, account_id)) {
      await deps.db.tx(async (tx) => {
        const row = await lockAny(tx, id, account_id)
        if (row !== null) await removeRow(deps, tx, context, row)
      })
      await discard(deps, id)
    }
    return null
  }
