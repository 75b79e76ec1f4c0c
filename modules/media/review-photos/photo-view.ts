import type { Media } from '@rampart/contracts/media.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import { isShown } from '../domain/file-rules.ts'
import { renditionWidths } from '../domain/rendition-widths.ts'
import type { FileRow } from '../store/files.ts'

/** A review's photo as the reviews see it. */
export function viewPhoto(row: FileRow): RawOutputOf<Media, 'storeReviewPhoto'> {
  const { id, alt, status, width, height } = row
  if (width === null || height === null) throw new Error('A photo has a size.')
  const widths = isShown(row) ? renditionWidths(width) : []
  const url = widths.length === 0 ? null : `/api/v1/media/${id}/${Math.max(...widths)}`
  return { id, alt, status, width, height, widths, url }
}
