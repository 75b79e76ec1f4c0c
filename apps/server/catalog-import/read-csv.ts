import { Readable } from 'node:stream'
import { pipeline, Transform } from 'node:stream'
import { parse } from 'csv-parse'
import { FileProblem } from './file-problem.ts'
import type { ReadRecord } from './record.ts'

type CsvItem = { readonly record: string[]; readonly info: { readonly lines: number } }

const MAX_COLUMNS = 20_000
const DELIMITERS = [',', ';', '\t'] as const

/**
 * Records of a CSV text, by the columns of its heading. Commas, semicolons or tabs stand between cells, whichever the
 * heading has most of. Spreadsheets leave empty cells at the end of a line out, or add some: neither counts.
 * @throws FileProblem when the heading cannot be one
 */
export async function* csvRecords(
  text: AsyncIterable<string>,
  maxRecord: number,
): AsyncGenerator<ReadRecord> {
  const { head, all } = await peekLine(text, maxRecord)
  const problems: ReadRecord[] = []
  const parser = parse({
    delimiter: delimiterOf(head),
    info: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: maxRecord,
    on_skip: (error) => {
      const line = Number((error as { lines?: number } | undefined)?.lines ?? 0)
      problems.push({ line, reason: csvReason(error?.code, maxRecord) })
    },
  })
  let columns: readonly string[] | null = null
  const output = pipeline(Readable.from(all), parser, asObjects(), () => undefined)
  for await (const { record, info } of output as AsyncIterable<CsvItem>) {
    yield* problems.splice(0)
    if (columns === null) columns = headingOf(record)
    else if (record.some((cell) => cell !== '')) yield readCells(info.lines, columns, record)
  }
  yield* problems.splice(0)
  if (columns === null) throw new FileProblem('empty')
}

function headingOf(cells: readonly string[]): readonly string[] {
  if (cells.length > MAX_COLUMNS) throw new FileProblem('too_many_columns')
  const names = cells.filter(Boolean)
  if (new Set(names).size !== names.length) throw new FileProblem('columns_repeated', 1)
  return cells
}

function readCells(line: number, columns: readonly string[], cells: readonly string[]): ReadRecord {
  if (cells.some((cell, index) => cell !== '' && (columns[index] ?? '') === ''))
    return { line, reason: 'The line has more columns than the heading.' }
  const entries = columns.flatMap((column, index) => (column === '' ? [] : [[column, cells[index] ?? '']]))
  return { line, record: Object.fromEntries(entries) as Record<string, string> }
}

/** The first line, and the whole text again. */
async function peekLine(text: AsyncIterable<string>, max: number) {
  const pieces = text[Symbol.asyncIterator]()
  let head = ''
  while (!head.includes('\n') && head.length <= max) {
    const next = await pieces.next()
    if (next.done === true) break
    head += next.value
  }
  async function* all(): AsyncGenerator<string> {
    try {
      if (head !== '') yield head
      for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value
    } finally {
      await pieces.return?.()
    }
  }
  return { head: head.slice(0, max).split('\n', 1)[0] ?? '', all: all() }
}

function delimiterOf(heading: string): string {
  const bare = heading.replace(/"[^"]*"/g, '')
  const counted = DELIMITERS.map((delimiter) => bare.split(delimiter).length)
  return DELIMITERS[counted.indexOf(Math.max(...counted))] ?? ','
}

// The parser's own end would close it while problems still wait to be told.
function asObjects(): Transform {
  return new Transform({ objectMode: true, transform: (item, _encoding, done) => done(null, item) })
}

function csvReason(code: string | undefined, max: number): string {
  if (code?.includes('QUOTE') === true) return 'A quotation mark stands in the wrong place.'
  if (code === 'CSV_MAX_RECORD_SIZE')
    return `The record is longer than ${max.toLocaleString('en')} characters.`
  return 'The line is not CSV.'
}
