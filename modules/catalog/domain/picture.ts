import type { Picture } from './product.ts'

type Stored = {
  readonly id: string
  readonly alt: string
  readonly width: number
  readonly height: number
  readonly widths: readonly number[]
}

/** A stored picture as pages show it: its largest rendition, and all of them to choose from. Sizes in pixels. */
export function pictureOf(stored: Stored, alt: string): Picture {
  const largest = Math.max(...stored.widths)
  return {
    id: stored.id,
    url: addressOf(stored.id, largest),
    alt,
    width: largest,
    height: Math.max(1, Math.round((stored.height * largest) / stored.width)),
    srcset: stored.widths.map((width) => ({ url: addressOf(stored.id, width), width })),
  }
}

function addressOf(id: string, width: number): string {
  return `/api/v1/media/${id}/${width}`
}
