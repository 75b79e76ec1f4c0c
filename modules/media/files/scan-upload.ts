import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { MediaDeps } from '../deps.ts'
import type { FileRow } from '../store/files.ts'

/**
 * Asked before anything reads an upload. What the scanner cannot tell now waits in quarantine until it can; what is
 * infected leaves an entry about who sent it.
 */
export async function scanUpload(
  deps: MediaDeps,
  context: CallContext,
  ownerId: string,
  bytes: Uint8Array,
): Promise<FileRow['status'] | 'infected'> {
  const verdict = deps.scan === null ? 'clean' : await deps.scan(bytes)
  if (verdict === 'infected')
    await deps.db.tx((tx) =>
      deps.audit.record(tx, context, {
        action: 'media.file-infected',
        subject_type: 'account',
        subject_id: ownerId,
        after: { size: bytes.length },
      }),
    )
  return verdict === 'unknown' ? 'quarantined' : verdict
}
