import { createReadStream } from 'node:fs'
import { cutLongLines } from './cut-long-lines.ts'
import { csvRecords } from './read-csv.ts'
import { jsonRecords } from './read-json-lines.ts'
import { textOfBytes, unpacked } from './read-text.ts'
import type { ReadRecord } from './record.ts'

type Source = { readonly records: AsyncIterable<ReadRecord>; readonly bytesRead: () => number }

const MAX_RECORD = 1_000_000
// What is cut must still be seen to be too long.
const SLACK = 1_000

/**
 * Reads a CSV or JSONL file record by record, unpacking it when its name ends in .gz. The rest of a file is read
 * although a line of it cannot be.
 * @throws when the file cannot be opened; FileProblem when it cannot be unpacked or is no text
 */
export function readRecords(path: string): Source {
  const file = createReadStream(path)
  const isCsv = /\.csv(\.gz)?$/i.test(path)
  const records = recordsOf(file as AsyncIterable<Buffer>, {
    format: isCsv ? 'csv' : 'jsonl',
    packed: path.toLowerCase().endsWith('.gz'),
  })
  return { records, bytesRead: () => file.bytesRead }
}

/**
 * The records of a file whose bytes come from anywhere.
 * @throws FileProblem when it cannot be unpacked or is no text
 */
export function recordsOf(
  bytes: AsyncIterable<Uint8Array>,
  { format, packed }: { readonly format: 'csv' | 'jsonl'; readonly packed: boolean },
): AsyncGenerator<ReadRecord> {
  const text = cutLongLines(textOfBytes(packed ? unpacked(bytes) : bytes), MAX_RECORD + SLACK)
  return format === 'csv' ? csvRecords(text, MAX_RECORD) : jsonRecords(text, MAX_RECORD)
}
