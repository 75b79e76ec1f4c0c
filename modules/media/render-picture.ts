import { fileTypeFromBuffer } from 'file-type'
import type { Metadata } from 'sharp'
import { decoderName, MAX_PIXELS } from './domain/picture-kinds.ts'
import { AVATAR_SIZE, renditionWidths } from './domain/rendition-widths.ts'
import { loadDecoder } from './load-decoder.ts'

/** A picture made anew from its pixels: nothing else of the file survives. */
export type RenderedPicture = {
  readonly kind: 'rendered'
  readonly width: number
  readonly height: number
  readonly renditions: readonly { readonly width: number; readonly bytes: Uint8Array }[]
}

export type Rendering =
  RenderedPicture | { readonly kind: 'not-a-picture' } | { readonly kind: 'too-many-pixels' }

/** `whole`: at each width, as it is. `square`: cut from the middle, at one small size. */
export type Shape = 'whole' | 'square'

const LIMITS = {
  limitInputPixels: MAX_PIXELS,
  failOn: 'error',
  sequentialRead: true,
  animated: false,
} as const
// Nothing is decoded, so the limit is ours to tell apart from a file that cannot be read.
const HEADER_ONLY = { ...LIMITS, limitInputPixels: false } as const
const TIMEOUT = { seconds: 20 }
const QUALITY = 80

/**
 * Decodes a file within limits and renders it as WebP at each width, upright and without metadata.
 * Width and height are the upright picture's own, in pixels; those of the square where that is asked for.
 */
export async function renderPicture(bytes: Uint8Array, shape: Shape): Promise<Rendering> {
  const found = await fileTypeFromBuffer(bytes)
  const expected = decoderName(found?.mime)
  if (expected === null) return { kind: 'not-a-picture' }
  const decode = await loadDecoder()
  const size = await readSize(() => decode(bytes, HEADER_ONLY).metadata(), expected)
  if (size === null) return { kind: 'not-a-picture' }
  if (size.width * size.height > MAX_PIXELS) return { kind: 'too-many-pixels' }
  const isSquare = shape === 'square'
  const renditions: { width: number; bytes: Uint8Array }[] = []
  for (const width of isSquare ? [AVATAR_SIZE] : renditionWidths(size.width)) {
    const form = isSquare
      ? { width, height: width, fit: 'cover' as const }
      : { width, withoutEnlargement: true }
    try {
      const picture = decode(bytes, LIMITS).autoOrient().resize(form)
      renditions.push({ width, bytes: await picture.webp({ quality: QUALITY }).timeout(TIMEOUT).toBuffer() })
    } catch {
      // Whatever the decoder dislikes is the file's fault: it was given nothing else.
      return { kind: 'not-a-picture' }
    }
  }
  return { kind: 'rendered', ...(isSquare ? { width: AVATAR_SIZE, height: AVATAR_SIZE } : size), renditions }
}

async function readSize(
  read: () => Promise<Metadata>,
  expected: string,
): Promise<{ width: number; height: number } | null> {
  const header = await read().catch(() => null)
  if (header === null || header.format !== expected) return null
  if (expected === 'heif' && header.compression !== 'av1') return null
  const { width, height } = header
  if (width < 1 || height < 1) return null
  // Orientations 5 to 8 lie on their side.
  return (header.orientation ?? 1) >= 5 ? { width: height, height: width } : { width, height }
}
