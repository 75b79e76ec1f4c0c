import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from './deps.ts'
import { readRendition } from './store/picture-files.ts'
import { findAvatar } from './store/pictures.ts'

/** A customer's avatar, as it is kept. */
export const exportPersonalData =
  (deps: MediaDeps): Handler<Media, 'exportPersonalData'> =>
  async ({ account_id }) => {
    const avatar = await findAvatar(deps.db, account_id)
    const bytes =
      avatar === null
        ? null
        : await readRendition(deps.settings.data_dir, avatar.id, Math.max(...avatar.widths))
    return { sections: [], files: bytes === null ? [] : [{ name: 'avatar.webp', bytes }] }
  }
