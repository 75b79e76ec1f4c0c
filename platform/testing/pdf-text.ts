import { inflateSync } from 'node:zlib'

type Stream = { readonly id: number; readonly dictionary: string; readonly content: string }

/**
 * The text of a PDF, page by page, as a reader would copy it: through the fonts' own tables from glyphs to letters. It
 * reads what `platform/pdf` writes, and is no reader for PDFs of others.
 */
export function pdfPages(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes).toString('latin1')
  const objects = new Map(
    [...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [Number(id), body]),
  )
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\n/.test(body))
    .map((page) => {
      const letters = lettersOf(objects, page)
      return shown(streamOf(objects, referred(page, 'Contents')).content, letters)
    })
}

/** All pages in one. */
export function pdfText(bytes: Uint8Array): string {
  return pdfPages(bytes).join('\n')
}

function referred(body: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1] ?? -1)
}

function streamOf(objects: ReadonlyMap<number, string>, id: number): Stream {
  const body = objects.get(id) ?? ''
  const at = body.indexOf('stream\n')
  const dictionary = body.slice(0, at)
  const packed = Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1')
  const content = dictionary.includes('FlateDecode') ? inflateSync(packed) : packed
  return { id, dictionary, content: content.toString('latin1') }
}

/** What each glyph of each font of a page stands for. */
function lettersOf(
  objects: ReadonlyMap<number, string>,
  page: string,
): Map<string, ReadonlyMap<number, string>> {
  const resources = objects.get(referred(page, 'Resources')) ?? page
  const fonts = /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? ''
  return new Map(
    [...fonts.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
      name,
      tableOf(streamOf(objects, referred(objects.get(Number(id)) ?? '', 'ToUnicode')).content),
    ]),
  )
}

function tableOf(cmap: string): Map<number, string> {
  const table = new Map<number, string>()
  for (const [, from = '', , list = ''] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    const letters = [...list.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex = '']) => utf16(hex))
    letters.forEach((letter, index) => table.set(parseInt(from, 16) + index, letter))
  }
  return table
}

function utf16(hex: string): string {
  return Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')
}

/** What a page shows: a line for each piece of text that is placed. */
function shown(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  const lines: string[] = []
  let letters: ReadonlyMap<number, string> = new Map()
  for (const [, font, strings] of content.matchAll(/\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map()
    else
      lines.push(
        [...(strings ?? '').matchAll(/<([0-9a-f]+)>/gi)]
          .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
          .map((glyph) => letters.get(parseInt(glyph, 16)) ?? '\ufffd')
          .join(''),
      )
  }
  return lines.join('\n')
}
