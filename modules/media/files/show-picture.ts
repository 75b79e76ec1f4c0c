import type { Tx } from '@rampart/platform/db/db.ts'
import type { RenderedPicture } from '../render-picture.ts'
import type { FileRow } from '../store/files.ts'
import { deletePicture, insertPicture } from '../store/pictures.ts'

/** Makes a picture of a file that everybody may see. It has the file's id, and is the uploader's to sell with if staff. */
export async function showPicture(tx: Tx, file: FileRow, rendered: RenderedPicture): Promise<void> {
  await deletePicture(tx, file.id)
  await insertPicture(tx, {
    id: file.id,
    sha256: Buffer.from(file.sha256, 'hex'),
    alt: file.alt,
    width: rendered.width,
    height: rendered.height,
    widths: [...rendered.widths],
    imported: false,
    avatar_of: null,
    created_by: file.owner_kind === 'staff' ? file.owner_id : null,
    created_at: new Date(file.created_at),
  })
}
