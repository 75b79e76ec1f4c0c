import { fileTypeFromBuffer } from 'file-type'
import type { Metadata, Sharp } from 'sharp'
import { decoderName, MAX_PIXELS } from './domain/picture-kinds.ts'
import { loadDecoder } from './load-decoder.ts'

/** Why bytes are no picture that is taken: of no type that is, broken, or too large. */
export type NoPicture = { readonly kind: 'not-a-picture' } | { readonly kind: 'too-many-pixels' }

/** A picture whose header was read and found good; `decode` reads its pixels, upright. Sizes in pixels. */
export type OpenPicture = {
  readonly kind: 'picture'
  readonly mime: string
  readonly width: number
  readonly height: number
  readonly decode: () => Sharp
}

const LIMITS = {
  limitInputPixels: MAX_PIXELS,
  failOn: 'error',
  sequentialRead: true,
  animated: false,
} as const
// Nothing is decoded, so the limit is ours to tell apart from a file that cannot be read.
const HEADER_ONLY = { ...LIMITS, limitInputPixels: false } as const

/** Reads a picture's type from its bytes and its size from its header; nothing is decoded yet. */
export async function openPicture(bytes: Uint8Array): Promise<OpenPicture | NoPicture> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime
  const expected = decoderName(mime)
  if (mime === undefined || expected === null) return { kind: 'not-a-picture' }
  const decode = await loadDecoder()
  const size = await readSize(() => decode(bytes, HEADER_ONLY).metadata(), expected)
  if (size === null) return { kind: 'not-a-picture' }
  if (size.width * size.height > MAX_PIXELS) return { kind: 'too-many-pixels' }
  return { kind: 'picture', mime, ...size, decode: () => decode(bytes, LIMITS).autoOrient() }
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
