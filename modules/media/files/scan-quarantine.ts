import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { MediaDeps } from '../deps.ts'
import { type FileRow, findQuarantined, lockAny, markClean } from '../store/files.ts'
import { changeFile } from './change-file.ts'
import { removeRow } from './delete-file.ts'
import { CONTENT, discard } from './keep-file.ts'

const AT_ONCE = 50

/** Asks again about what the scanner could not tell when it came. Without a scanner it stays where it is. */
export const scanQuarantine =
  (deps: MediaDeps) =>
  async ({ call }: JobContext): Promise<void> => {
    if (deps.scan === null) return
    for (const file of await findQuarantined(deps.db, AT_ONCE)) {
      const bytes = await deps.storage.read('files', file.id, CONTENT)
      if (bytes === null) continue
      const verdict = await deps.scan(bytes)
      // Most likely it cannot be reached: the next turn asks about this file and those behind it.
      if (verdict === 'unknown') return
      if (verdict === 'clean') await release(deps, call, file)
      else await throwAway(deps, call, file)
    }
  }

async function release(deps: MediaDeps, call: CallContext, file: FileRow): Promise<void> {
  await changeFile(deps, file, { ...file, status: 'clean' }, async (tx) => {
    const row = await markClean(tx, file.id)
    if (row === null) return null
    await deps.audit.record(tx, call, {
      action: 'media.file-released',
      subject_type: 'file',
      subject_id: file.id,
      after: { status: 'clean' },
    })
    return row
  })
}

async function throwAway(deps: MediaDeps, call: CallContext, file: FileRow): Promise<void> {
  const removed = await deps.db.tx(async (tx) => {
    const row = await lockAny(tx, file.id, null)
    if (row === null) return false
    await deps.audit.record(tx, call, {
      action: 'media.file-infected',
      subject_type: 'file',
      subject_id: file.id,
      after: { owner_id: row.owner_id, size: row.size },
    })
    await removeRow(deps, tx, call, row)
    return true
  })
  if (removed) await discard(deps, file.id)
}
