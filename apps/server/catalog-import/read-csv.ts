import { type CsvError, parse } from 'csv-parse/sync'
import { csvStretches, type CsvText } from './csv-stretches.ts'
import { FileProblem } from './file-problem.ts'
import { COLUMNS, type ReadRecord, type RefusedRecord } from './record.ts'

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
  const delimiter = delimiterOf(head)
  let columns: ReadonlySet<string> | null = null
  let names: readonly string[] = []
  for await (const stretch of csvStretches(all, delimiter, maxRecord)) {
    if ('reason' in stretch) {
      yield stretch
      continue
    }
    for (const read of cellsOf(stretch, delimiter)) {
      if ('reason' in read) yield read
      else if (columns === null) {
        names = headingOf(read.cells)
        columns = new Set(names.filter(Boolean))
      } else if (read.cells.some((cell) => cell !== '')) yield readCells(read, names, columns)
    }
  }
  if (columns === null) throw new FileProblem('empty')
}

type Cells = { readonly line: number; readonly cells: readonly string[] }

/** Cells of records, all in one go; where one of them cannot be parsed, of each alone. */
function cellsOf(texts: readonly CsvText[], delimiter: string): (Cells | RefusedRecord)[] {
  const options = {
    delimiter,
    record_delimiter: '\n',
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }
  try {
    const records = parse(texts.map(({ text }) => text).join('\n'), options)
    if (records.length === texts.length)
      return texts.map(({ line }, index) => ({ line, cells: records[index] ?? [] }))
    if (texts.length === 1) return []
  } catch (error) {
    const [only, ...others] = texts
    if (only !== undefined && others.length === 0)
      return [{ line: only.line, reason: csvReason((error as CsvError).code) }]
  }
  return texts.flatMap((text) => cellsOf([text], delimiter))
}

function headingOf(cells: readonly string[]): readonly string[] {
  if (cells.length > MAX_COLUMNS) throw new FileProblem('too_many_columns')
  const names = cells.filter(Boolean)
  if (new Set(names).size !== names.length) throw new FileProblem('columns_repeated', 1)
  return cells
}

// Of 20,000 columns a line may fill two: what is empty is told by the columns, which all records share.
function readCells(
  { line, cells }: Cells,
  names: readonly string[],
  columns: ReadonlySet<string>,
): ReadRecord {
  const filled = cells.flatMap((cell, index) => (cell === '' ? [] : [[names[index] ?? '', cell] as const]))
  if (filled.some(([column]) => column === ''))
    return { line, reason: 'The line has more columns than the heading.' }
  return { line, record: { ...Object.fromEntries(filled), [COLUMNS]: columns } }
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

function csvReason(code: string | undefined): string {
  if (code?.includes('QUOTE') === true) return 'A quotation mark stands in the wrong place.'
  return 'The line is not CSV.'
}
