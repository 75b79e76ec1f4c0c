import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from './deps.ts'
import { CONTENT } from './files/keep-file.ts'
import { type FileRow, findFilesOf } from './store/files.ts'
import { findAvatar } from './store/pictures.ts'

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'application/pdf': 'pdf',
}

/** Bytes of files that are copied into an archive: it is made in memory. The rest is fetched from its own address. */
const COPIED_BYTES = 24 * 1024 * 1024

type ExportedFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

/**
 * A customer's avatar and what they uploaded, as it is kept, as far as there is room for it; not what may be dangerous to
 * open. What is not copied is told with the address that its owner has it from.
 */
export const exportPersonalData =
  (deps: MediaDeps): Handler<Media, 'exportPersonalData'> =>
  async ({ account_id }) => {
    const rows = await findFilesOf(deps.db, account_id)
    const files: ExportedFile[] = [...(await avatarOf(deps, account_id))]
    const sections: object[] = []
    let room = COPIED_BYTES
    for (const [index, row] of rows.entries()) {
      const name = `file-${index + 1}.${ENDINGS[row.content_type] ?? 'bin'}`
      const copied = row.status === 'clean' && row.size <= room
      const bytes = copied ? await deps.storage.read('files', row.id, CONTENT) : null
      if (bytes !== null) files.push({ name, bytes })
      room -= bytes?.length ?? 0
      const address = bytes === null && row.status === 'clean' ? addressOf(deps, row) : null
      sections.push({ file: bytes === null ? null : name, address, ...described(row) })
    }
    return { sections: rows.length === 0 ? [] : [{ name: 'files', data: sections }], files }
  }

/** Where its owner, signed in, has a file from. */
function addressOf({ settings }: MediaDeps, { id, purpose }: FileRow): string {
  const path = purpose === 'review' ? `reviews/photos/${id}` : `files/${id}/download`
  return new URL(`/api/v1/${path}`, settings.public_url).href
}

async function avatarOf({ db, storage }: MediaDeps, accountId: string): Promise<ExportedFile[]> {
  const avatar = await findAvatar(db, accountId)
  if (avatar === null) return []
  const bytes = await storage.read('media', avatar.id, `${Math.max(...avatar.widths)}.webp`)
  return bytes === null ? [] : [{ name: 'avatar.webp', bytes }]
}

function described({
  name,
  alt,
  purpose,
  content_type,
  size,
  visibility,
  status,
  created_at,
}: FileRow): object {
  return { name, alt, purpose, content_type, size, visibility, status, created_at }
}
