import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { MediaDeps } from '../deps.ts'
import { fingerprint } from '../store-picture.ts'
import { type FileRow, hasRoom, insertFile } from '../store/files.ts'
import type { CheckedFile } from './check-file.ts'
import { showPicture } from './show-picture.ts'

type Kept = Pick<FileRow, 'owner_id' | 'owner_kind' | 'name' | 'alt' | 'purpose' | 'visibility' | 'status'>

/**
 * Keeps what was found good: the bytes first, then the row with its picture and the audit entry. Answers null, and keeps
 * nothing, when a customer has no room for it.
 */
export async function keepFile(
  deps: MediaDeps,
  context: CallContext & { now: () => Date },
  checked: CheckedFile,
  kept: Kept,
  id: string = newId(),
): Promise<FileRow | null> {
  const { bytes, content_type, size, rendered } = checked
  await deps.storage.put('files', id, [{ name: CONTENT, bytes }])
  if (rendered !== null) await deps.storage.put('media', id, rendered.files)
  try {
    const row = await deps.db.tx(async (tx) => {
      if (kept.owner_kind === 'customer' && !(await hasRoom(tx, kept.owner_id, kept.purpose, bytes.length)))
        return null
      const stored = await insertFile(tx, {
        ...kept,
        id,
        content_type,
        size: bytes.length,
        sha256: fingerprint(bytes),
        width: size?.width ?? null,
        height: size?.height ?? null,
        created_at: context.now(),
      })
      if (rendered !== null) await showPicture(tx, stored, rendered)
      // What people call a file says who they are, and entries outlive them.
      const { purpose, visibility, status } = kept
      await deps.audit.record(tx, context, {
        action: 'media.file-stored',
        subject_type: 'file',
        subject_id: id,
        after: { purpose, visibility, status, content_type, size: bytes.length },
      })
      return stored
    })
    if (row === null) await discard(deps, id)
    return row
  } catch (error) {
    await discard(deps, id)
    throw error
  }
}

/** The one file in a folder of the area `files`. */
export const CONTENT = 'content'

/** Removes all that is kept of a file beside its row. */
export async function discard({ storage, hot }: MediaDeps, id: string): Promise<void> {
  hot.drop(id)
  await storage.remove('media', id)
  await storage.remove('files', id)
}
