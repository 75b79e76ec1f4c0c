import { z } from 'zod'
import { Id, Timestamp } from '@rampart/platform/contract/fields.ts'

/** A stored picture: its size in pixels, and the widths at which it can be had. */
export const StoredPicture = z.strictObject({
  id: Id,
  alt: z.string(),
  width: z.int(),
  height: z.int(),
  widths: z.array(z.int()),
  url: z.string(),
  created_at: Timestamp,
})

/** Why a picture is not taken. */
export const refusedPictures = {
  MEDIA_NOT_A_PICTURE: { status: 400, message: 'The file is not a JPEG, PNG, WebP or AVIF picture.' },
  MEDIA_TOO_MANY_PIXELS: { status: 400, message: 'The picture has more than 50 million pixels.' },
} as const
