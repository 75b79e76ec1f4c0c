import type { Media } from '@rampart/contracts/media.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { MediaDeps } from '../deps.ts'
import { isShown } from '../domain/file-rules.ts'
import { deleteFileRow, type FileRow, lockFile } from '../store/files.ts'
import { deletePicture } from '../store/pictures.ts'
import { discard } from './keep-file.ts'
import { reachOf } from './reach.ts'

/** Throws a file away: its row and picture first, so that no row ever lacks its bytes. */
export const deleteFile =
  (deps: MediaDeps): Handler<Media, 'deleteFile'> =>
  async ({ file_id }, context) => {
    await deps.db.tx(async (tx) => {
      const row = await lockFile(tx, file_id, reachOf(context))
      if (row === null) throw context.fail('NOT_FOUND')
      await removeRow(deps, tx, context, row)
    })
    await discard(deps, file_id)
    return null
  }

/** Removes a file from the database, with an entry about it. */
export async function removeRow(deps: MediaDeps, tx: Tx, context: CallContext, row: FileRow): Promise<void> {
  const { id, visibility, content_type, size } = row
  await deletePicture(tx, id)
  await deleteFileRow(tx, id)
  if (isShown(row) && row.width !== null)
    await deps.outbox.add(tx, 'media.picture-removed.v1', { picture_id: id })
  await deps.audit.record(tx, context, {
    action: 'media.file-removed',
    subject_type: 'file',
    subject_id: id,
    before: { visibility, content_type, size },
  })
}
