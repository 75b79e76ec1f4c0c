import { plainCell } from '../catalog-export/cells.ts'
import { PRODUCT_COLUMN } from '../catalog-export/sheet.ts'
import { COLUMNS, type FileRecord, type ReadRecord } from './record.ts'

/** Under which the lines of a product stand that follow its first. */
export const LINES = Symbol('lines')

/** A product of a sheet that was exported here: its first line, and all of them below `LINES`. */
export type OwnRecord = FileRecord & { readonly [LINES]: readonly FileRecord[] }

/** Whether a record is a product of a sheet that was exported here. */
export function isOwnSheet(record: FileRecord): record is OwnRecord {
  return LINES in record
}

/** More variants than this no product has. */
const MAX_LINES = 250

type Held = { line: number; product: string; lines: FileRecord[]; count: number }

/**
 * Puts the lines of each product of an exported sheet together; records of other files go through as they are. Lines
 * of a product that stand apart are two products, and the second is refused for what it lacks; one with more lines
 * than a product has variants is refused, and its lines are not held.
 */
export async function* groupOwnRecords(records: AsyncIterable<ReadRecord>): AsyncGenerator<ReadRecord> {
  let held = null as Held | null
  const release = (): ReadRecord[] => {
    if (held === null) return []
    const { line, lines, count } = held
    held = null
    if (count > MAX_LINES)
      return [{ line, reason: `The product has more than ${String(MAX_LINES)} variants.` }]
    return [{ line, record: { ...lines[0], [LINES]: lines } }]
  }
  for await (const read of records) {
    const product = 'record' in read ? read.record[PRODUCT_COLUMN] : undefined
    if (!('record' in read) || typeof product !== 'string' || product === '') {
      yield* release()
      yield read
      continue
    }
    const name = plainCell(product)
    if (held?.product !== name) yield* release()
    held ??= { line: read.line, product: name, lines: [], count: 0 }
    held.count += 1
    if (held.count <= MAX_LINES) held.lines.push(plainRecord(read.record))
    else held.lines = []
  }
  yield* release()
}

function plainRecord(record: FileRecord): FileRecord {
  const cells = Object.entries(record).map(([column, cell]) => [column, plainCell(String(cell))])
  return {
    ...(Object.fromEntries(cells) as FileRecord),
    [COLUMNS]: record[COLUMNS] ?? new Set(Object.keys(record)),
  }
}
