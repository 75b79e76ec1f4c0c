import { fileTypeFromBuffer } from 'file-type'
import type { Sharp } from 'sharp'
import { actsByItself, isPlainDocument } from '../domain/document.ts'
import { decoderName } from '../domain/picture-kinds.ts'
import { type NoPicture, openPicture } from '../open-picture.ts'
import { type RenderedPicture, renderPicture } from '../render-picture.ts'

/** A file as it is kept: a picture made anew from its pixels, a document as it came. Sizes in pixels. */
export type CheckedFile = {
  readonly kind: 'checked'
  readonly content_type: string
  readonly bytes: Uint8Array
  readonly size: { readonly width: number; readonly height: number } | null
  /** What everybody sees of a picture, where that is asked for. */
  readonly rendered: RenderedPicture | null
}

export type Checking = CheckedFile | NoPicture | { readonly kind: 'type-refused' }

const TIMEOUT = { seconds: 20 }

/** Written as it came, without metadata; close to what it was rather than small. */
const REWRITE: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  'image/jpeg': (picture) => picture.jpeg({ quality: 90 }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: 90 }),
  'image/avif': (picture) => picture.avif({ quality: 70, effort: 0 }),
}

/** Whether the first and last bytes are those of a type that is taken: before a scanner or a decoder is asked. */
export async function looksTaken(bytes: Uint8Array): Promise<boolean> {
  return isPlainDocument(bytes) || (await looksLikePicture(bytes))
}

/** The same of pictures alone. */
export async function looksLikePicture(bytes: Uint8Array): Promise<boolean> {
  return decoderName((await fileTypeFromBuffer(bytes))?.mime) !== null
}

/** Finds out from its bytes what a file is, and makes of it what may be kept. */
export async function checkFile(bytes: Uint8Array, shown: boolean): Promise<Checking> {
  if (isPlainDocument(bytes) && !actsByItself(bytes))
    return { kind: 'checked', content_type: 'application/pdf', bytes, size: null, rendered: null }
  if (!(await looksLikePicture(bytes))) return { kind: 'type-refused' }
  const picture = await openPicture(bytes)
  if (picture.kind !== 'picture') return picture
  const rewrite = REWRITE[picture.mime]
  if (rewrite === undefined) return { kind: 'not-a-picture' }
  const { mime: content_type, width, height } = picture
  try {
    const made = await rewrite(picture.decode()).timeout(TIMEOUT).toBuffer()
    const rendered = shown ? await renderPicture(bytes, 'whole') : null
    if (rendered !== null && rendered.kind !== 'rendered') return rendered
    return { kind: 'checked', content_type, bytes: made, size: { width, height }, rendered }
  } catch {
    // Whatever the decoder dislikes is the file's fault: it was given nothing else.
    return { kind: 'not-a-picture' }
  }
}
