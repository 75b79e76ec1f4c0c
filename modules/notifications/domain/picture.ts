import { type Html, html } from './html.ts'
import type { Links } from './links.ts'

export type Picture = {
  readonly url: string
  readonly alt: string
  readonly srcset: readonly { readonly url: string; readonly width: number }[]
}

/** Twice the 64 px that are shown, for sharp screens. */
const PICTURE_WIDTH = 128

/** A small picture of a product, or the place where one would be. */
export function pictureOf(picture: Picture | null, links: Links): Html {
  if (picture === null) {
    return html`<div class="well" style="width:64px;height:64px;border-radius:8px;background:#f2f0eb"></div>`
  }
  const wide = picture.srcset.filter((one) => one.width >= PICTURE_WIDTH).sort((a, b) => a.width - b.width)[0]
  const url = links.picture(wide?.url ?? picture.url)
  return html`<img
    class="well"
    src="${url}"
    alt="${picture.alt}"
    width="64"
    height="64"
    style="display:block;width:64px;height:64px;object-fit:cover;border-radius:8px;background:#f2f0eb"
  />`
}
