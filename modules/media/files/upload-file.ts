import type { Media } from '@rampart/contracts/media.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { ErrorCodeOf } from '@rampart/platform/contract/define-contract.ts'
import type { MediaDeps } from '../deps.ts'
import { isShown, shownName } from '../domain/file-rules.ts'
import { MAX_BYTES } from '../domain/picture-kinds.ts'
import { inTurn } from '../store-picture.ts'
import { type FileRow, hasAnyRoom } from '../store/files.ts'
import { checkFile, looksTaken } from './check-file.ts'
import { viewFile } from './file-view.ts'
import { keepFile } from './keep-file.ts'
import { reachOf } from './reach.ts'
import { scanUpload } from './scan-upload.ts'

type Context = HandlerContext<ErrorCodeOf<Media, 'uploadFile'>>

/** Takes a file that a person uploads: scanned, recognised by its bytes, made anew where it is a picture, and kept. */
export const uploadFile =
  (deps: MediaDeps): Handler<Media, 'uploadFile'> =>
  async ({ file: { filename, bytes }, alt = '', visibility }, context) => {
    if (bytes.length > MAX_BYTES) throw context.fail('PAYLOAD_TOO_LARGE')
    const owner = uploaderOf(context)
    if (!(await looksTaken(bytes))) throw context.fail('MEDIA_TYPE_REFUSED')
    if (owner.owner_kind === 'customer' && !(await hasAnyRoom(deps.db, owner.owner_id, 'own')))
      throw context.fail('MEDIA_TOO_MANY_FILES')
    const status = await scanUpload(deps, context, owner.owner_id, bytes)
    if (status === 'busy') throw context.fail('UNAVAILABLE', { retryAfterSeconds: 5 })
    if (status === 'infected') throw context.fail('MEDIA_INFECTED')
    const ofPictures = visibility ?? (owner.owner_kind === 'staff' ? 'public' : 'private')
    const shown = isShown({ ...owner, purpose: 'own', status, visibility: ofPictures, verified_at: null })
    const checked = await inTurn(() => checkFile(bytes, shown))
    if (checked === undefined) throw context.fail('UNAVAILABLE', { retryAfterSeconds: 5 })
    if (checked.kind === 'type-refused') throw context.fail('MEDIA_TYPE_REFUSED')
    if (checked.kind === 'too-many-pixels') throw context.fail('MEDIA_TOO_MANY_PIXELS')
    if (checked.kind === 'not-a-picture') throw context.fail('MEDIA_NOT_A_PICTURE')
    const row = await keepFile(deps, context, checked, {
      ...owner,
      purpose: 'own',
      status,
      name: shownName(filename),
      alt,
      visibility: checked.size === null ? (visibility ?? 'private') : ofPictures,
    })
    if (row === null) throw context.fail('MEDIA_TOO_MANY_FILES')
    return viewFile(row, reachOf(context))
  }

function uploaderOf({ principal, fail }: Context): Pick<FileRow, 'owner_id' | 'owner_kind'> {
  if (principal.kind !== 'customer' && principal.kind !== 'staff') throw fail('FORBIDDEN')
  return { owner_id: principal.id, owner_kind: principal.kind }
}
