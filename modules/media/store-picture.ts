import { createHash } from 'node:crypto'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { MediaDeps } from './deps.ts'
import { fewAtOnce } from '@rampart/platform/limits/few-at-once.ts'
import { type RenderedPicture, renderPicture, type Rendering, type Shape } from './render-picture.ts'
import { insertPicture, type PictureRow } from './store/pictures.ts'

/** Work on pictures waits in one line: one that is decoded is 200 MB at the pixel limit. */
export const inTurn = fewAtOnce(1, 16)

/** Renders a file in its turn; undefined when too many wait already. */
export function renderInTurn(bytes: Uint8Array, shape: Shape = 'whole'): Promise<Rendering | undefined> {
  return inTurn(() => renderPicture(bytes, shape))
}

type Original = {
  readonly bytes: Uint8Array
  readonly alt: string
  readonly imported: boolean
  readonly avatarOf?: string
}

/** SHA-256 of a file. */
export function fingerprint(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/**
 * Keeps a rendered picture: its files first, then its row with the audit entry, so that a row never lacks its files.
 * Answers null when the same picture had been imported meanwhile.
 */
export async function storePicture(
  deps: MediaDeps,
  context: CallContext & { now: () => Date },
  original: Original,
  rendered: RenderedPicture,
): Promise<PictureRow | null> {
  const id = newId()
  const { width, height, widths, files } = rendered
  await deps.storage.put('media', id, files)
  const stored = await deps.db.tx(async (tx) => {
    const row = await insertPicture(tx, {
      id,
      sha256: fingerprint(original.bytes),
      alt: original.alt,
      width,
      height,
      widths: [...widths],
      imported: original.imported,
      avatar_of: original.avatarOf ?? null,
      created_by: context.principal.kind === 'staff' ? context.principal.id : null,
      created_at: context.now(),
    })
    if (row === null) return null
    await deps.audit.record(tx, context, {
      action: 'media.picture-stored',
      subject_type: 'picture',
      subject_id: id,
      after: { alt: original.alt, width, height },
    })
    return row
  })
  if (stored === null) await deps.storage.remove('media', id)
  return stored
}
