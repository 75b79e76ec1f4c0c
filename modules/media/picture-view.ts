import type { StoredPicture } from '@rampart/contracts/media.ts'
import type { z } from 'zod'
import type { PictureRow } from './store/pictures.ts'

/** A stored picture as callers see it; `url` is its largest rendition. */
export function viewPicture(row: PictureRow): z.input<typeof StoredPicture> {
  return { ...row, url: `/api/v1/media/${row.id}/${Math.max(...row.widths)}` }
}
