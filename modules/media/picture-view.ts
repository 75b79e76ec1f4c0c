import type { Media } from '@rampart/contracts/media.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { PictureRow } from './store/pictures.ts'

/** A stored picture as callers see it; `url` is its largest rendition. */
export function viewPicture(row: PictureRow): RawOutputOf<Media, 'importPicture'> {
  return { ...row, url: `/api/v1/media/${row.id}/${Math.max(...row.widths)}` }
}
