/** Types that are taken, as read from the bytes, and what the decoder must call them too. */
const KINDS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'heif',
}

/** What the decoder calls this media type; null for a type that is not taken. */
export function decoderName(mime: string | undefined): string | null {
  return mime !== undefined && Object.hasOwn(KINDS, mime) ? (KINDS[mime] ?? null) : null
}

/** Pixels at most, counted from the header before anything is decoded. */
export const MAX_PIXELS = 50_000_000

/** Bytes at most of an uploaded file. */
export const MAX_BYTES = 20 * 1024 * 1024
