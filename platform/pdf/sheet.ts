export type Column = {
  readonly label: string
  /** Its share of the width; those of all columns make 1. */
  readonly share: number
  /** For figures: aligned at their end. */
  readonly end?: boolean
}

type TextOptions = { readonly bold?: boolean; readonly size?: number; readonly quiet?: boolean }

/** What can be put on the pages of a document, from top to bottom; a page that is full is followed by the next. */
export type Sheet = {
  text(text: string, options?: TextOptions): void
  /** Paragraphs side by side. */
  beside(left: readonly string[], right: readonly string[]): void
  /** Rows below a head that is repeated on each page. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void
  /** Names and figures at the right; those in bold stand out. */
  sums(rows: readonly (readonly [name: string, figure: string, bold?: boolean])[]): void
  space(points: number): void
  nextPage(): void
}

const INK = '#111111'
const QUIET = '#555555'
const LINE = '#bbbbbb'
const GAP = 8

/** Pages of a document of pdfkit as a sheet. */
export function sheetOn(document: PDFKit.PDFDocument): Sheet {
  const left = document.page.margins.left
  const width = document.page.width - left - document.page.margins.right
  const bottom = () => document.page.height - document.page.margins.bottom
  const pen = ({ bold = false, size = 9.5, quiet = false }: TextOptions = {}) =>
    document
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(quiet ? QUIET : INK)
  const room = (height: number) => {
    if (document.y + height > bottom()) document.addPage()
  }
  const rule = () => {
    document
      .moveTo(left, document.y)
      .lineTo(left + width, document.y)
      .lineWidth(0.5)
      .stroke(LINE)
  }

  /** One row at the present height; answers how high it is. */
  const row = (columns: readonly Column[], cells: readonly string[], options: TextOptions): void => {
    pen(options)
    const spans = columns.map(({ share }) => share * width - GAP)
    const height = Math.max(
      ...cells.map((cell, index) => document.heightOfString(cell || ' ', { width: spans[index] ?? width })),
    )
    room(height + GAP)
    const y = document.y
    let x = left
    columns.forEach(({ share, end }, index) => {
      document.text(cells[index] ?? '', x + (end ? GAP : 0), y, {
        width: spans[index] ?? width,
        align: end ? 'right' : 'left',
      })
      x += share * width
    })
    document.x = left
    document.y = y + height + 4
  }

  return {
    text: (text, options) => {
      pen(options)
      document.text(text, left, document.y, { width })
    },
    beside: (first, second) => {
      pen()
      const y = document.y
      const half = width / 2 - GAP
      document.text(first.join('\n'), left, y, { width: half })
      const after = document.y
      document.text(second.join('\n'), left + width / 2, y, { width: half })
      document.x = left
      document.y = Math.max(after, document.y)
    },
    table: (columns, rows) => {
      const head = () => {
        row(
          columns,
          columns.map(({ label }) => label),
          { bold: true, size: 8.5 },
        )
        rule()
        document.y += 4
      }
      room(60)
      head()
      for (const cells of rows) {
        const page = document.page
        pen()
        const highest = Math.max(
          ...cells.map((cell, index) =>
            document.heightOfString(cell || ' ', { width: (columns[index]?.share ?? 1) * width - GAP }),
          ),
        )
        room(highest + GAP)
        if (document.page !== page) head()
        row(columns, cells, {})
      }
      rule()
      document.y += 6
    },
    sums: (rows) => {
      const columns = [
        { label: '', share: 0.4 },
        { label: '', share: 0.35, end: true },
        { label: '', share: 0.25, end: true },
      ]
      for (const [name, figure, bold = false] of rows) row(columns, ['', name, figure], { bold })
    },
    space: (points) => {
      document.y += points
    },
    nextPage: () => void document.addPage(),
  }
}
