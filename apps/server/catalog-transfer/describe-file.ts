import type { Mapping } from '../catalog-import/mapping.ts'
import { isOwnJson } from '../catalog-import/map-own-record.ts'
import { isOwnSheet } from '../catalog-import/own-records.ts'
import { FileProblem } from '../catalog-import/file-problem.ts'
import { columnsIn, type FileRecord, type ReadRecord, writeValue } from '../catalog-import/record.ts'
import { type Field, guessField, guessMapping } from './guess-mapping.ts'

type Description = {
  readonly own_format: boolean
  readonly columns: { name: string; field: Field | null; samples: string[] }[]
  /** Null: nobody can tell without being told. */
  readonly mapping: Mapping | null
}

const LOOKED_AT = 20
const SAMPLES = 3
const MAX_SAMPLE = 60
const MAX_COLUMNS = 300
const MAX_NAME = 200

/** What the first records of a file tell of it. */
export async function describeFile(records: AsyncGenerator<ReadRecord>): Promise<Description> {
  const first: FileRecord[] = []
  let looked = 0
  for await (const read of records) {
    looked += 1
    if ('record' in read) first.push(read.record)
    if (first.length === LOOKED_AT || looked === LOOKED_AT * 50) break
  }
  if (looked === 0) throw new FileProblem('empty')
  const [head] = first
  if (head !== undefined && (isOwnSheet(head) || isOwnJson(head)))
    return { own_format: true, columns: [], mapping: null }
  const names = [...new Set(first.flatMap((record) => [...columnsIn(record)]))]
    .filter((name) => name.length <= MAX_NAME && name.isWellFormed())
    .slice(0, MAX_COLUMNS)
  const columns = names.map((name) => ({ name, field: guessField(name), samples: samplesOf(first, name) }))
  // Of two columns that look alike, the first.
  const taken = new Set<Field>()
  for (const column of columns) {
    if (column.field !== null && taken.has(column.field)) column.field = null
    if (column.field !== null) taken.add(column.field)
  }
  return { own_format: false, columns, mapping: guessMapping(columns) }
}

function samplesOf(records: readonly FileRecord[], name: string): string[] {
  const texts = records.map((record) => (Object.hasOwn(record, name) ? writeValue(record[name]) : ''))
  return texts
    .filter(Boolean)
    .slice(0, SAMPLES)
    .map((text) => (text.length > MAX_SAMPLE ? `${text.slice(0, MAX_SAMPLE - 1)}…` : text).toWellFormed())
}
