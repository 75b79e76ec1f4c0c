import type { Media } from '@rampart/contracts/media.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import { isShown } from '../domain/file-rules.ts'
import { renditionWidths } from '../domain/rendition-widths.ts'
import type { FileRow } from '../store/files.ts'
import type { Reach } from './reach.ts'

/** A file as a caller sees it; whose it is stays between its owner and those who reach everybody's. */
export function viewFile(row: FileRow, { all, person }: Reach): RawOutputOf<Media, 'getFile'> {
  const is_own = row.owner_id === person
  const widths = row.width !== null && isShown(row) ? renditionWidths(row.width) : []
  return {
    id: row.id,
    name: row.name,
    content_type: row.content_type,
    size: row.size,
    alt: row.alt,
    visibility: row.visibility,
    status: row.status,
    verified_at: row.verified_at,
    owner_id: all || is_own ? row.owner_id : null,
    is_own,
    width: row.width,
    height: row.height,
    widths,
    url: widths.length === 0 ? null : `/api/v1/media/${row.id}/${Math.max(...widths)}`,
    created_at: row.created_at,
  }
}
