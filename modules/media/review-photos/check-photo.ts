import type { CheckedFile } from '../files/check-file.ts'
import { type NoPicture, openPicture } from '../open-picture.ts'

const TIMEOUT = { seconds: 20 }
/** Pixels of the longer side: more than any page shows of it. */
const MAX_SIDE = 2_000

/** Makes of a file what is kept of a review's photo: its pixels alone, as WebP of a moderate size. */
export async function checkPhoto(bytes: Uint8Array): Promise<CheckedFile | NoPicture> {
  const picture = await openPicture(bytes)
  if (picture.kind !== 'picture') return picture
  try {
    const { data, info } = await picture
      .decode()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 85 })
      .timeout(TIMEOUT)
      .toBuffer({ resolveWithObject: true })
    const size = { width: info.width, height: info.height }
    return { kind: 'checked', content_type: 'image/webp', bytes: data, size, rendered: null }
  } catch {
    // Whatever the decoder dislikes is the file's fault: it was given nothing else.
    return { kind: 'not-a-picture' }
  }
}
