import { createReadStream } from 'node:fs'
import { pipeline, type Readable, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import type { FileRecord } from './record.ts'

/** A record with the line it stands in, or why that line holds none. */
export type ReadRecord = { readonly line: number } & (
  { readonly record: FileRecord } | { readonly reason: string }
)

type Source = { readonly records: AsyncIterable<ReadRecord>; readonly bytesRead: () => number }

const MAX_RECORD = 1_000_000

/**
 * Reads a CSV or JSONL file record by record, unpacking it when its name ends in .gz. The rest of a file is read
 * although a line of it cannot be.
 * @throws when the file cannot be opened, or unpacked
 */
export function readRecords(path: string): Source {
  const file = createReadStream(path)
  const packed = path.endsWith('.gz')
  // Errors of either stream come out of the last one.
  const plain = packed ? pipeline(file, createGunzip(), () => undefined) : file
  const isCsv = /\.csv(\.gz)?$/i.test(path)
  return { records: isCsv ? csvRecords(plain) : jsonRecords(plain), bytesRead: () => file.bytesRead }
}

async function* jsonRecords(input: Readable): AsyncGenerator<ReadRecord> {
  let line = 0
  for await (const text of lines(input)) {
    line += 1
    if (text === null)
      yield { line, reason: `The line is longer than ${MAX_RECORD.toLocaleString('en')} characters.` }
    else if (text.trim() !== '') yield { line, ...parseLine(text) }
  }
}

function parseLine(text: string): { record: FileRecord } | { reason: string } {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { record: value as FileRecord }
    return { reason: 'The line is not a JSON object.' }
  } catch {
    return { reason: 'The line is not JSON.' }
  }
}

/** Lines of a stream; null for one that is too long to be held. */
async function* lines(input: Readable): AsyncGenerator<string | null> {
  let rest = ''
  let tooLong = false
  for await (const chunk of input.setEncoding('utf8') as AsyncIterable<string>) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      yield tooLong || part.length > MAX_RECORD ? null : part
      tooLong = false
    }
    if (rest.length > MAX_RECORD) {
      tooLong = true
      rest = ''
    }
  }
  if (tooLong || rest !== '') yield tooLong ? null : rest
}

type CsvItem = { record: FileRecord; info: { lines: number } }

async function* csvRecords(input: Readable): AsyncGenerator<ReadRecord> {
  const problems: ReadRecord[] = []
  const parser = parse({
    columns: true,
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_RECORD,
    on_skip: (error) => {
      const line = Number((error as { lines?: number } | undefined)?.lines ?? 0)
      problems.push({ line, reason: csvReason(error?.code) })
    },
  })
  const output = pipeline(input, plainLineEnds(), parser, asObjects(), () => undefined)
  for await (const { record, info } of output as AsyncIterable<CsvItem>) {
    yield* problems.splice(0)
    yield { line: info.lines, record }
  }
  yield* problems.splice(0)
}

// The parser counts CR and LF within quotation marks as two lines.
function plainLineEnds(): Transform {
  let held = ''
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = held + chunk.toString('latin1')
      held = text.endsWith('\r') ? '\r' : ''
      done(null, Buffer.from(text.slice(0, text.length - held.length).replaceAll('\r\n', '\n'), 'latin1'))
    },
    flush: (done) => done(null, Buffer.from(held, 'latin1')),
  })
}

// The parser's own end would close it while problems still wait to be told.
function asObjects(): Transform {
  return new Transform({ objectMode: true, transform: (item, _encoding, done) => done(null, item) })
}

function csvReason(code: string | undefined): string {
  if (code?.includes('INCONSISTENT') === true) return 'The line does not have as many columns as the heading.'
  if (code?.includes('QUOTE') === true) return 'A quotation mark stands in the wrong place.'
  if (code === 'CSV_MAX_RECORD_SIZE')
    return `The record is longer than ${MAX_RECORD.toLocaleString('en')} characters.`
  return 'The line is not CSV.'
}
