import { readFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import { sheetOn, type Sheet } from './sheet.ts'

export type PdfOptions = {
  readonly title: string
  /** The language the text is in, as BCP 47 has it. */
  readonly language: string
  /** Stands in the file; the same content at the same moment makes the same pages. */
  readonly made_at: Date
  /** Stands at the foot of each page, before its number. */
  readonly footer: string
}

/** Room at each edge of an A4 page, in points. */
const MARGIN = 56

type Fonts = { readonly regular: Buffer; readonly bold: Buffer }
let fonts: Fonts | null = null

// Half a megabyte each: read when the first document is made, not at boot.
function fontsOf(): Fonts {
  const read = (name: string) => readFileSync(new URL(`./fonts/${name}.ttf`, import.meta.url))
  return (fonts ??= { regular: read('NotoSans-Regular'), bold: read('NotoSans-Bold') })
}

/**
 * A PDF of A4 pages in Noto Sans, which has Latin, Greek and Cyrillic letters and the signs of currencies; what
 * of it is used is embedded. Letters that it lacks show as boxes.
 */
export async function makePdf(
  options: PdfOptions,
  draw: (sheet: Sheet) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const { regular, bold } = fontsOf()
  const document = new PDFDocument({
    ...{ size: 'A4', bufferPages: true, pdfVersion: '1.7', lang: options.language, displayTitle: true },
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + 12 },
    info: { Title: options.title, CreationDate: options.made_at, ModDate: options.made_at },
  })
  document.registerFont('regular', regular)
  document.registerFont('bold', bold)
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve)
    document.on('error', reject)
  })
  draw(sheetOn(document))
  numberPages(document, options.footer)
  document.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

function numberPages(document: PDFKit.PDFDocument, footer: string): void {
  const { start, count } = document.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    document.switchToPage(page)
    const { page: sheet } = document
    // Below the bottom margin, where text would start a page of its own.
    sheet.margins.bottom = 0
    document.font('regular').fontSize(8).fillColor('#555555')
    const line = [footer, `${String(page - start + 1)} / ${String(count)}`].filter((part) => part !== '')
    document.text(line.join('  ·  '), MARGIN, sheet.height - MARGIN + 10, {
      width: sheet.width - 2 * MARGIN,
      align: 'center',
      lineBreak: false,
    })
  }
}
