import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from './deps.ts'
import { MAX_BYTES } from './domain/picture-kinds.ts'
import { viewPicture } from './picture-view.ts'
import { renderInTurn, storePicture } from './store-picture.ts'

/** Cuts a square from the middle of a file and keeps it as somebody's avatar; the ones before it stay until discarded. */
export const storeAvatar =
  (deps: MediaDeps): Handler<Media, 'storeAvatar'> =>
  async ({ account_id, bytes }, context) => {
    if (bytes.length > MAX_BYTES) throw context.fail('PAYLOAD_TOO_LARGE')
    const rendering = await renderInTurn(bytes, 'square')
    if (rendering === undefined) throw context.fail('UNAVAILABLE', { retryAfterSeconds: 5 })
    if (rendering.kind === 'too-many-pixels') throw context.fail('MEDIA_TOO_MANY_PIXELS')
    if (rendering.kind === 'not-a-picture') throw context.fail('MEDIA_NOT_A_PICTURE')
    const original = { bytes, alt: '', imported: false, avatarOf: account_id }
    const row = await storePicture(deps, context, original, rendering)
    if (row === null) throw new Error('An avatar is never taken for another picture.')
    return viewPicture(row)
  }
