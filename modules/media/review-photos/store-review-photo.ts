import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from '../deps.ts'
import { MAX_BYTES } from '../domain/picture-kinds.ts'
import { looksLikePicture } from '../files/check-file.ts'
import { keepFile } from '../files/keep-file.ts'
import { scanUpload } from '../files/scan-upload.ts'
import { inTurn } from '../store-picture.ts'
import { hasAnyRoom } from '../store/files.ts'
import { findPhotos } from '../store/review-photos.ts'
import { checkPhoto } from './check-photo.ts'
import { viewPhoto } from './photo-view.ts'

/** Keeps a picture for a review of its customer. It is nobody else's to see until the review is approved. */
export const storeReviewPhoto =
  (deps: MediaDeps): Handler<Media, 'storeReviewPhoto'> =>
  async ({ photo_id, account_id, bytes, alt }, context) => {
    if (bytes.length > MAX_BYTES) throw context.fail('PAYLOAD_TOO_LARGE')
    const [stored] = await findPhotos(deps.db, [photo_id], account_id)
    if (stored !== undefined) return viewPhoto(stored)
    if (!(await looksLikePicture(bytes))) throw context.fail('MEDIA_NOT_A_PICTURE')
    if (!(await hasAnyRoom(deps.db, account_id, 'review'))) throw context.fail('MEDIA_TOO_MANY_FILES')
    const status = await scanUpload(deps, context, account_id, bytes)
    if (status === 'busy') throw context.fail('UNAVAILABLE', { retryAfterSeconds: 5 })
    if (status === 'infected') throw context.fail('MEDIA_INFECTED')
    const checked = await inTurn(() => checkPhoto(bytes))
    if (checked === undefined) throw context.fail('UNAVAILABLE', { retryAfterSeconds: 5 })
    if (checked.kind === 'too-many-pixels') throw context.fail('MEDIA_TOO_MANY_PIXELS')
    if (checked.kind === 'not-a-picture') throw context.fail('MEDIA_NOT_A_PICTURE')
    const owner = { owner_id: account_id, owner_kind: 'customer' as const, purpose: 'review' as const }
    const kept = { ...owner, status, name: 'photo', alt, visibility: 'private' as const }
    const row = await keepFile(deps, context, checked, kept, photo_id)
    if (row === null) throw context.fail('MEDIA_TOO_MANY_FILES')
    return viewPhoto(row)
  }
