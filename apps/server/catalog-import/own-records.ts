import { plainCell } from '../catalog-export/cells.ts'
import { PRODUCT_COLUMN } from '../catalog-export/sheet.ts'
import type { FileRecord, ReadRecord } from './record.ts'

/** Under which the lines of a product stand that follow its first. */
export const LINES = Symbol('lines')

/** A product of a sheet that was exported here: its first line, and all of them below `LINES`. */
export type OwnRecord = FileRecord & { readonly [LINES]: readonly FileRecord[] }

/** Whether a record is a product of a sheet that was exported here. */
export function isOwnSheet(record: FileRecord): record is OwnRecord {
  return LINES in record
}

/**
 * Puts the lines of each product of an exported sheet together; records of other files go through as they are. Lines
 * of a product that stand apart are two products, and the second is refused for what it lacks.
 */
export async function* groupOwnRecords(records: AsyncIterable<ReadRecord>): AsyncGenerator<ReadRecord> {
  let held: { line: number; lines: FileRecord[] } | null = null
  const release = (): ReadRecord[] => {
    if (held === null) return []
    const { line, lines } = held
    held = null
    return [{ line, record: { ...lines[0], [LINES]: lines } }]
  }
  for await (const read of records) {
    const product = 'record' in read ? read.record[PRODUCT_COLUMN] : undefined
    if (!('record' in read) || typeof product !== 'string' || product === '') {
      yield* release()
      yield read
      continue
    }
    const record = Object.fromEntries(
      Object.entries(read.record).map(([column, cell]) => [column, plainCell(String(cell))]),
    )
    if (held?.lines[0]?.[PRODUCT_COLUMN] !== record[PRODUCT_COLUMN]) yield* release()
    held ??= { line: read.line, lines: [] }
    held.lines.push(record)
  }
  yield* release()
}
