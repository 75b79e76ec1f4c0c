import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from '../deps.ts'
import { type FileChange, type FileRow, findFile, lockFile, setFile } from '../store/files.ts'
import { changeFile } from './change-file.ts'
import { viewFile } from './file-view.ts'
import { reachOf } from './reach.ts'

/** Renames or describes a file, or changes who may see it. */
export const updateFile =
  (deps: MediaDeps): Handler<Media, 'updateFile'> =>
  async ({ file_id, ...wanted }, context) => {
    const reach = reachOf(context)
    const before = await findFile(deps.db, file_id, reach)
    if (before === null) throw context.fail('NOT_FOUND')
    const expected = { ...before, visibility: wanted.visibility ?? before.visibility }
    const after = await changeFile(deps, before, expected, async (tx) => {
      const row = await lockFile(tx, file_id, reach)
      if (row === null) return null
      const { name = row.name, alt = row.alt, visibility = row.visibility } = wanted
      const changed = await setFile(tx, file_id, { name, alt, visibility })
      await deps.audit.record(tx, context, {
        action: 'media.file-updated',
        subject_type: 'file',
        subject_id: file_id,
        before: { visibility: row.visibility },
        // Not the words themselves: they say who somebody is, and entries outlive them.
        after: { visibility, changed: fieldsChanged(row, { name, alt, visibility }) },
      })
      return changed
    })
    if (after === 'gone') throw context.fail('NOT_FOUND')
    if (after === 'busy') throw context.fail('UNAVAILABLE', { retryAfterSeconds: 1 })
    return viewFile(after, reach)
  }

function fieldsChanged(before: FileRow, after: FileChange): string[] {
  return (['name', 'alt', 'visibility'] as const).filter((field) => before[field] !== after[field])
}
