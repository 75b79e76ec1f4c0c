import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from './deps.ts'
import { MAX_BYTES } from './domain/picture-kinds.ts'
import { viewPicture } from './picture-view.ts'
import { fingerprint, renderInTurn, storePicture } from './store-picture.ts'
import { findImported } from './store/pictures.ts'

/** Stores a picture from the command line; the same file with the same description is stored once. */
export const importPicture =
  (deps: MediaDeps): Handler<Media, 'importPicture'> =>
  async ({ bytes, alt }, context) => {
    if (bytes.length > MAX_BYTES) throw context.fail('PAYLOAD_TOO_LARGE')
    const known = await findImported(deps.db, fingerprint(bytes), alt)
    if (known !== null) return viewPicture(known)
    const rendering = await renderInTurn(bytes)
    if (rendering === undefined) throw context.fail('UNAVAILABLE', { retryAfterSeconds: 5 })
    if (rendering.kind === 'too-many-pixels') throw context.fail('MEDIA_TOO_MANY_PIXELS')
    if (rendering.kind === 'not-a-picture') throw context.fail('MEDIA_NOT_A_PICTURE')
    const row =
      (await storePicture(deps, context, { bytes, alt, imported: true }, rendering)) ??
      (await findImported(deps.db, fingerprint(bytes), alt))
    if (row === null) throw new Error('A picture that was imported meanwhile is gone.')
    return viewPicture(row)
  }
