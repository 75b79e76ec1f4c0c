import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from './deps.ts'
import { MAX_BYTES } from './domain/picture-kinds.ts'
import { viewPicture } from './picture-view.ts'
import { renderInTurn, storePicture } from './store-picture.ts'

/** Takes a picture that a person uploads. Its name is of no use and is not kept. */
export const uploadPicture =
  (deps: MediaDeps): Handler<Media, 'uploadPicture'> =>
  async ({ file, alt = '' }, context) => {
    if (file.bytes.length > MAX_BYTES) throw context.fail('PAYLOAD_TOO_LARGE')
    const rendering = await renderInTurn(file.bytes)
    if (rendering === undefined) throw context.fail('UNAVAILABLE', { retryAfterSeconds: 5 })
    if (rendering.kind === 'too-many-pixels') throw context.fail('MEDIA_TOO_MANY_PIXELS')
    if (rendering.kind === 'not-a-picture') throw context.fail('MEDIA_NOT_A_PICTURE')
    const row = await storePicture(deps, context, { bytes: file.bytes, alt, imported: false }, rendering)
    if (row === null) throw new Error('An uploaded picture is never taken for another.')
    return viewPicture(row)
  }
