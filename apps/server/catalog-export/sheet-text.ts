import { stringify } from 'csv-stringify/sync'
import { type ExportRow, JSON_FORMAT, sheetLines } from './sheet.ts'

/** The first line of a sheet. The mark at its start tells spreadsheets that it is UTF-8. */
export function headText(columns: readonly string[]): string {
  return `\ufeff${stringify([columns])}`
}

/**
 * Lines of a product in a sheet. One that came in after the heading was written may have an attribute that no column
 * stands for: that waits for the next export.
 */
export function sheetText(row: ExportRow, columns: readonly string[]): string {
  return stringify(sheetLines(row), { columns: [...columns] })
}

/** A product as a line of JSON. */
export function jsonLine(row: ExportRow): string {
  return `${JSON.stringify({ format: JSON_FORMAT, ...row })}\n`
}

/** What the first of these products are written as, until it is longer than `max` characters; one at least is in it. */
export function textOfFirst(
  rows: readonly ExportRow[],
  write: (row: ExportRow) => string,
  max: number,
): { text: string; products: number } {
  const texts: string[] = []
  let length = 0
  for (const row of rows) {
    if (length > max) break
    const text = write(row)
    length += text.length
    texts.push(text)
  }
  return { text: texts.join(''), products: texts.length }
}
