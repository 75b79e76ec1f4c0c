import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from './deps.ts'
import { viewPicture } from './picture-view.ts'
import { findPictures } from './store/pictures.ts'

/** Tells the sizes of stored pictures. */
export const describePictures =
  (deps: MediaDeps): Handler<Media, 'describePictures'> =>
  async ({ picture_ids, uploaded_by = null }) => ({
    pictures: (await findPictures(deps.db, picture_ids, uploaded_by)).map(viewPicture),
  })
