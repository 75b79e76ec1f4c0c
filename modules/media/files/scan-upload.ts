import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { MediaDeps } from '../deps.ts'
import { fewAtOnce } from '@rampart/platform/limits/few-at-once.ts'
import type { Verdict } from '../scan/scan.ts'
import type { FileRow } from '../store/files.ts'

/** A scanner reads few files at a time, and what waits for it lies in memory. */
const inLine = fewAtOnce(4, 16)

/** Uploads of one person that are scanned or wait for it: with two who wait, others still get their turn. */
const MOST_OF_ONE = 3
const underWay = new Map<string, number>()

/**
 * Asked before anything decodes an upload. What the scanner cannot tell now waits in quarantine until it can; what is
 * infected leaves an entry about who sent it. `busy`: too much waits for the scanner already.
 */
export async function scanUpload(
  deps: MediaDeps,
  context: CallContext,
  ownerId: string,
  bytes: Uint8Array,
): Promise<FileRow['status'] | 'infected' | 'busy'> {
  const verdict = await scanInLine(deps, ownerId, bytes)
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

async function scanInLine(
  { scan }: MediaDeps,
  ownerId: string,
  bytes: Uint8Array,
): Promise<Verdict | 'busy'> {
  if (scan === null) return 'clean'
  const before = underWay.get(ownerId) ?? 0
  if (before >= MOST_OF_ONE) return 'busy'
  underWay.set(ownerId, before + 1)
  try {
    return (await inLine(() => scan(bytes))) ?? 'busy'
  } finally {
    const left = (underWay.get(ownerId) ?? 1) - 1
    if (left === 0) underWay.delete(ownerId)
    else underWay.set(ownerId, left)
  }
}
