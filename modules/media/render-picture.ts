import type { Sharp } from 'sharp'
import { AVATAR_SIZE, renditionWidths } from './domain/rendition-widths.ts'
import { type NoPicture, openPicture } from './open-picture.ts'
import type { StoredBytes } from './storage/storage.ts'

/** A picture made anew from its pixels: nothing else of the file survives. */
export type RenderedPicture = {
  readonly kind: 'rendered'
  readonly width: number
  readonly height: number
  readonly widths: readonly number[]
  /** `<width>.webp` and `<width>.avif`. */
  readonly files: readonly StoredBytes[]
}

export type Rendering = RenderedPicture | NoPicture

/** `whole`: at each width, as it is. `square`: cut from the middle, at one small size. */
export type Shape = 'whole' | 'square'

const TIMEOUT = { seconds: 20 }
// Measured: without effort AVIF is made faster than WebP and is still a third smaller; with the usual it takes seconds.
const ENCODERS = {
  webp: (picture: Sharp) => picture.webp({ quality: 80 }),
  avif: (picture: Sharp) => picture.avif({ quality: 55, effort: 0 }),
} as const

/**
 * Decodes a file within limits and renders it at each width, upright and without metadata: as WebP, and whole pictures as
 * AVIF too. Width and height are the upright picture's own, in pixels; those of the square where that is asked for.
 */
export async function renderPicture(bytes: Uint8Array, shape: Shape): Promise<Rendering> {
  const known = await openPicture(bytes)
  if (known.kind !== 'picture') return known
  const isSquare = shape === 'square'
  const widths = isSquare ? [AVATAR_SIZE] : renditionWidths(known.width)
  const formats = isSquare ? (['webp'] as const) : (['webp', 'avif'] as const)
  const files: StoredBytes[] = []
  for (const width of widths) {
    const form = isSquare
      ? { width, height: width, fit: 'cover' as const }
      : { width, withoutEnlargement: true }
    for (const format of formats) {
      try {
        const picture = ENCODERS[format](known.decode().resize(form))
        files.push({ name: `${width}.${format}`, bytes: await picture.timeout(TIMEOUT).toBuffer() })
      } catch {
        // Whatever the decoder dislikes is the file's fault: it was given nothing else.
        return { kind: 'not-a-picture' }
      }
    }
  }
  const size = isSquare
    ? { width: AVATAR_SIZE, height: AVATAR_SIZE }
    : { width: known.width, height: known.height }
  return { kind: 'rendered', ...size, widths, files }
}

/** A rendition that is kept as WebP, as AVIF; null when it cannot be read. */
export async function renderAvif(webp: Uint8Array): Promise<Uint8Array | null> {
  const known = await openPicture(webp)
  if (known.kind !== 'picture') return null
  try {
    return await ENCODERS.avif(known.decode()).timeout(TIMEOUT).toBuffer()
  } catch {
    return null
  }
}
