import { CsvError, parse } from 'csv-parse/sync'
import type { FieldError } from '@rampart/platform/errors/app-error.ts'
import type { CsvRow } from '../domain/read-counts.ts'

type Read = { readonly rows: readonly CsvRow[] } | { readonly problem: FieldError }

/** Reads CSV as spreadsheets write it: commas, semicolons or tabs, with or without a byte order mark. */
export function parseCsv(text: string): Read {
  const [head = ''] = text.split(/\r?\n/, 1)
  const delimiter = [';', '\t'].find((each) => head.includes(each)) ?? ','
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly { readonly info: { readonly lines: number }; readonly record: string[] }[]
    return { rows: records.map(({ info, record }) => ({ line: info.lines, cells: record })) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error as { lines?: number }
    const message = 'A quotation mark is not closed, or stands where none may.'
    return { problem: { path: 'csv', message, ...(lines === undefined ? {} : { line: lines, column: 1 }) } }
  }
}
