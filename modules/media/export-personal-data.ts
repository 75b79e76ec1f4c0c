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

type ExportedFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** A customer's avatar and what they uploaded, as it is kept; not what may be dangerous to open. */
export const exportPersonalData =
  (deps: MediaDeps): Handler<Media, 'exportPersonalData'> =>
  async ({ account_id }) => {
    const rows = await findFilesOf(deps.db, account_id)
    const files: ExportedFile[] = [...(await avatarOf(deps, account_id))]
    const sections: object[] = []
    for (const [index, row] of rows.entries()) {
      const name = `file-${index + 1}.${ENDINGS[row.content_type] ?? 'bin'}`
      const bytes = row.status === 'clean' ? await deps.storage.read('files', row.id, CONTENT) : null
      if (bytes !== null) files.push({ name, bytes })
      sections.push({ file: bytes === null ? null : name, ...described(row) })
    }
    return { sections: rows.length === 0 ? [] : [{ name: 'files', data: sections }], files }
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
