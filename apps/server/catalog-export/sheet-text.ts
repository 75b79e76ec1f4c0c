import { stringify } from 'csv-stringify/sync'
import { type ExportRow, JSON_FORMAT, sheetLines } from './sheet.ts'

/** The first line of a sheet. The mark at its start tells spreadsheets that it is UTF-8. */
export function headText(columns: readonly string[]): string {
  return `\ufeff${stringify([columns])}`
}

/**
 * Products as lines of a sheet. One that came in after the heading was written may have an attribute that no column
 * stands for: that waits for the next export.
 */
export function sheetText(rows: readonly ExportRow[], columns: readonly string[]): string {
  return stringify(rows.flatMap(sheetLines), { columns: [...columns] })
}

/** Products as lines of JSON. */
export function jsonLines(rows: readonly ExportRow[]): string {
  return rows.map((row) => `${JSON.stringify({ format: JSON_FORMAT, ...row })}\n`).join('')
}
