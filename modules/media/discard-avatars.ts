import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from './deps.ts'
import { deleteAvatars } from './store/pictures.ts'

/** Throws away the avatars of an account but the one it keeps: rows first, so that no row ever lacks its files. */
export const discardAvatars =
  (deps: MediaDeps): Handler<Media, 'discardAvatars'> =>
  async ({ account_id, keep }, context) => {
    const gone = await deps.db.tx(async (tx) => {
      const ids = await deleteAvatars(tx, account_id, keep)
      for (const id of ids) {
        const subject = { subject_type: 'picture', subject_id: id }
        await deps.audit.record(tx, context, { action: 'media.picture-removed', ...subject })
      }
      return ids
    })
    for (const id of gone) await deps.storage.remove('media', id)
    return null
  }
