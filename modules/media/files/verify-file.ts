import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from '../deps.ts'
import { findFile, lockFile, markVerified } from '../store/files.ts'
import { changeFile } from './change-file.ts'
import { viewFile } from './file-view.ts'
import { reachOf } from './reach.ts'

/** Who may verify looks at everybody's files. */
const everybodys = { all: true, person: null }

/** Confirms that a file is what it should be. What a customer made public is seen by others from then on. */
export const verifyFile =
  (deps: MediaDeps): Handler<Media, 'verifyFile'> =>
  async ({ file_id }, context) => {
    const { principal } = context
    if (principal.kind !== 'staff') throw context.fail('FORBIDDEN')
    const before = await findFile(deps.db, file_id, everybodys)
    if (before === null) throw context.fail('NOT_FOUND')
    if (before.status === 'quarantined') throw context.fail('MEDIA_IN_QUARANTINE')
    const now = context.now()
    const expected = { ...before, verified_at: now.toISOString() }
    const after = await changeFile(deps, before, expected, async (tx) => {
      const row = await lockFile(tx, file_id, everybodys)
      if (row === null) return null
      const verified = await markVerified(tx, file_id, principal.id, now)
      await deps.audit.record(tx, context, {
        action: 'media.file-verified',
        subject_type: 'file',
        subject_id: file_id,
        after: { content_type: row.content_type, size: row.size },
      })
      return verified
    })
    if (after === 'gone') throw context.fail('NOT_FOUND')
    if (after === 'busy') throw context.fail('UNAVAILABLE', { retryAfterSeconds: 1 })
    return viewFile(after, { ...reachOf(context), all: true })
  }
