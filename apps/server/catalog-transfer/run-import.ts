import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { InputOf } from '@rampart/platform/contract/define-contract.ts'
import { FileProblem } from '../catalog-import/file-problem.ts'
import { columnsOfFields, recordMapper } from '../catalog-import/map-record.ts'
import type { Mapping } from '../catalog-import/mapping.ts'
import { groupOwnRecords } from '../catalog-import/own-records.ts'
import { recordsOf } from '../catalog-import/read-records.ts'
import { type ReadRecord, textOf } from '../catalog-import/record.ts'
import { repeatedIn } from '../catalog-import/repeated.ts'
import { rowReader } from '../catalog-import/row-reader.ts'
import { describeFile } from './describe-file.ts'
import type { Transfer, Work } from './work.ts'

type Batch = Pick<InputOf<Catalog, 'takeImportBatch'>, 'rows' | 'refused' | 'records'>

// Characters. A product may have tens of thousands, and two hundred and fifty products are one call.
const BATCH_LENGTH = 2_000_000

/** Carries out a phase of an import, from where it stands: what a file says is looked at again, and not done again. */
export async function runImport(work: Work, transfer: Transfer): Promise<void> {
  const { shelves, worker, context } = work
  const { id: transfer_id } = transfer
  const isPacked = /\.gz$/i.test(transfer.file_name)
  const open = (): AsyncGenerator<ReadRecord> =>
    groupOwnRecords(recordsOf(bytesOf(work, transfer_id), { format: transfer.format, packed: isPacked }))
  let { mapping, own_format } = transfer
  if (transfer.phase === 'check' && transfer.records === 0) {
    const found = await describeFile(open())
    // What a person said of the columns stands.
    own_format = found.own_format && mapping === null
    mapping ??= found.mapping
    const columns = found.columns
    const described = await shelves.describeImport(context(), {
      transfer_id,
      worker,
      own_format,
      columns,
      mapping,
    })
    if (described.state === 'unmapped') return
  }
  const columns = mapping === null ? {} : columnsOfFields(mapping)
  let from = transfer.records
  for await (const batch of batches(open(), toRowOf(work, mapping, own_format), columns, {
    done: from,
    size: work.batch,
    most: work.maxRecords,
  })) {
    await shelves.takeImportBatch(context(), { transfer_id, worker, from, columns, ...batch })
    from += batch.records
  }
  await shelves.finishTransfer(context(), { transfer_id, worker })
}

function toRowOf(
  { currency }: Work,
  mapping: Mapping | null,
  ownFormat: boolean,
): ReturnType<typeof recordMapper> {
  const unreadable = (): ReturnType<ReturnType<typeof recordMapper>> => ({
    reason: 'The line is not like those before it.',
    code: 'unreadable',
  })
  return rowReader(mapping === null ? unreadable : recordMapper(mapping, currency), ownFormat)
}

async function* bytesOf({ shelves, context }: Work, transfer_id: string): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part++) {
    const { bytes } = await shelves.readImportPart(context(), { transfer_id, part })
    if (bytes === null) return
    yield bytes
  }
}

/** Records in stretches, from behind those that are done. */
async function* batches(
  records: AsyncIterable<ReadRecord>,
  toRow: ReturnType<typeof recordMapper>,
  columns: Readonly<Record<string, string>>,
  { done, size, most }: { readonly done: number; readonly size: number; readonly most: number },
): AsyncGenerator<Batch> {
  const repeated = repeatedIn()
  const columnOf = (field: string | undefined): string | null =>
    field === undefined ? null : Object.hasOwn(columns, field) ? (columns[field] ?? null) : field
  let seen = 0
  let batch: Batch = { rows: [], refused: [], records: 0 }
  let length = 0
  for await (const read of records) {
    seen += 1
    if (seen > most) throw new FileProblem('too_many_records')
    const { line } = read
    const mapped =
      'record' in read ? toRow(line, read.record) : { reason: read.reason, code: 'unreadable' as const }
    const again = 'row' in mapped ? repeated(mapped.row) : null
    // Looked at all the same: a row below may repeat it.
    if (seen <= done) continue
    batch.records += 1
    if ('row' in mapped && again === null) {
      batch.rows.push(mapped.row)
      length += JSON.stringify(mapped.row).length
    } else {
      const { reason, code, column } =
        'row' in mapped
          ? { reason: again?.reason ?? '', code: 'repeated' as const, column: columnOf(again?.field) }
          : { column: null, ...mapped, ...('field' in mapped && { column: columnOf(mapped.field) }) }
      const about =
        'row' in mapped ? nameOf(mapped.row) : 'record' in read ? guess(read.record, columns) : nobody
      batch.refused.push({ line, ...about, reason, code, column: column ?? null })
    }
    if (batch.records < size && length < BATCH_LENGTH) continue
    yield batch
    length = 0
    batch = { rows: [], refused: [], records: 0 }
  }
  if (batch.records > 0) yield batch
}

const nobody = { sku: '', name: '' }

function nameOf({ name, variants }: Batch['rows'][number]): typeof nobody {
  return { name: name.slice(0, 200), sku: (variants[0]?.sku ?? '').slice(0, 80) }
}

/** What a record that is refused is called, as far as it says. */
function guess(
  record: Parameters<typeof textOf>[0],
  columns: Readonly<Record<string, string>>,
): typeof nobody {
  const text = (field: string): string => textOf(record, columns[field] ?? field)
  return { name: text('name').slice(0, 200).toWellFormed(), sku: text('sku').slice(0, 80).toWellFormed() }
}
