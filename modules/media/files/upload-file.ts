import type { Media } from '@rampart/contracts/media.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { ErrorCodeOf } from '@rampart/platform/contract/define-contract.ts'
import type { MediaDeps } from '../deps.ts'
import { isShown, shownName } from '../domain/file-rules.ts'
import { MAX_BYTES } from '../domain/picture-kinds.ts'
import { inTurn } from '../store-picture.ts'
import type { FileRow } from '../store/files.ts'
import { checkFile } from './check-file.ts'
import { viewFile } from './file-view.ts'
import { keepFile } from './keep-file.ts'
import { reachOf } from './reach.ts'

type Context = HandlerContext<ErrorCodeOf<Media, 'uploadFile'>>

/** Takes a file that a person uploads: scanned, recognised by its bytes, made anew where it is a picture, and kept. */
export const uploadFile =
  (deps: MediaDeps): Handler<Media, 'uploadFile'> =>
  async ({ file: { filename, bytes }, alt = '', visibility }, context) => {
    if (bytes.length > MAX_BYTES) throw context.fail('PAYLOAD_TOO_LARGE')
    const owner = uploaderOf(context)
    const status = await statusOf(deps, context, bytes)
    const ofPictures = visibility ?? (owner.owner_kind === 'staff' ? 'public' : 'private')
    const shown = isShown({ ...owner, status, visibility: ofPictures, verified_at: null })
    const checked = await inTurn(() => checkFile(bytes, shown))
    if (checked === undefined) throw context.fail('UNAVAILABLE', { retryAfterSeconds: 5 })
    if (checked.kind === 'type-refused') throw context.fail('MEDIA_TYPE_REFUSED')
    if (checked.kind === 'too-many-pixels') throw context.fail('MEDIA_TOO_MANY_PIXELS')
    if (checked.kind === 'not-a-picture') throw context.fail('MEDIA_NOT_A_PICTURE')
    const row = await keepFile(deps, context, checked, {
      ...owner,
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

/** Asked before anything reads the file. What the scanner cannot tell now waits in quarantine until it can. */
async function statusOf(deps: MediaDeps, context: Context, bytes: Uint8Array): Promise<FileRow['status']> {
  const verdict = deps.scan === null ? 'clean' : await deps.scan(bytes)
  if (verdict === 'infected') {
    const { owner_id } = uploaderOf(context)
    await deps.db.tx((tx) =>
      deps.audit.record(tx, context, {
        action: 'media.file-infected',
        subject_type: 'account',
        subject_id: owner_id,
        after: { size: bytes.length },
      }),
    )
    throw context.fail('MEDIA_INFECTED')
  }
  return verdict === 'clean' ? 'clean' : 'quarantined'
}
