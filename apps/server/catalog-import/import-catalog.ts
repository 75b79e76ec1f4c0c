import { stat } from 'node:fs/promises'
import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import {
  checkpointPath,
  importId,
  readCheckpoint,
  removeCheckpoint,
  START,
  writeCheckpoint,
} from './checkpoint.ts'
import { type ImportRow, recordMapper } from './map-record.ts'
import { repeatedIn } from './repeated.ts'
import { rowReader } from './row-reader.ts'
import { readMapping } from './mapping.ts'
import { groupOwnRecords } from './own-records.ts'
import { readRecords } from './read-records.ts'
import type { FileRecord } from './record.ts'
import { keepYoungSpaceSmall } from './small-young-space.ts'
import { openRejects, type Reject, rejectsPath } from './rejects.ts'

export type ImportProgress = {
  readonly bytes_read: number
  readonly bytes_total: number
  readonly records: number
  readonly created: number
  readonly updated: number
  readonly failed: number
}

export type ImportSummary = {
  readonly records: number
  readonly created: number
  readonly updated: number
  readonly failed: number
  /** Records that an earlier run had done. */
  readonly resumed_from: number
  /** Where refused rows stand; null when there were none, or nothing was to be written. */
  readonly rejects_file: string | null
  /** False when `signal` stopped it; the next run goes on. */
  readonly finished: boolean
}

export type ImportCatalogOptions = {
  /** A CSV or JSONL file, also with .gz. */
  readonly file: string
  /** A mapping file; without it columns are named like the fields. */
  readonly mapping?: string | undefined
  /** Checks every row and changes nothing. */
  readonly dryRun: boolean
  /** Goes on where an earlier run of the same file and mapping was stopped. */
  readonly resume: boolean
  readonly dataDir: string
  /** The shop's currency, ISO 4217. */
  readonly currency: string
  readonly importProducts: (rows: ImportRow[]) => Promise<OutputOf<Catalog, 'importProducts'>>
  readonly onProgress?: (progress: ImportProgress) => void
  readonly onReject?: (reject: Reject) => void
  readonly signal?: AbortSignal
}

type Batch = {
  rows: ImportRow[]
  sources: Map<number, FileRecord>
  rejects: Reject[]
  records: number
  bytes: number
}

const BATCH_ROWS = 250

/**
 * Imports a catalogue file by SKU, in batches that are each done or not done. Rows that cannot be taken are told of,
 * written to a file, and do not stop the rest.
 * @throws when the file or the mapping cannot be read, or the shop fails; what was done until then stays done
 */
export async function importCatalog(options: ImportCatalogOptions): Promise<ImportSummary> {
  keepYoungSpaceSmall()
  const { file, dryRun, dataDir } = options
  const { text, mapping } = await readMapping(options.mapping)
  const { size } = await stat(file)
  const id = await importId(file, text)
  const path = checkpointPath(dataDir, id)
  const start = options.resume && !dryRun ? await readCheckpoint(path) : START
  const rejects = dryRun ? null : await openRejects(rejectsPath(dataDir, id), start.rejects_bytes)
  const state = { ...start }
  const source = readRecords(file)
  const toRow = rowReader(recordMapper(mapping, options.currency), options.mapping === undefined)

  const settle = async (batch: Batch): Promise<void> => {
    const answer = dryRun || batch.rows.length === 0 ? null : await options.importProducts(batch.rows)
    const refused = (answer?.failed ?? []).map(({ line, reason }) => ({
      line,
      reason,
      record: batch.sources.get(line) ?? null,
    }))
    const all = [...batch.rejects, ...refused].sort((a, b) => a.line - b.line)
    state.records += batch.records
    state.created += answer?.created ?? 0
    state.updated += answer?.updated ?? 0
    state.failed += all.length
    await rejects?.add(all)
    state.rejects_bytes = rejects?.length() ?? 0
    if (!dryRun) await writeCheckpoint(path, state)
    all.forEach((reject) => options.onReject?.(reject))
    const { records, created, updated, failed } = state
    options.onProgress?.({ bytes_read: batch.bytes, bytes_total: size, records, created, updated, failed })
  }

  const finished = await runBatches(batches(source, toRow, start.records), settle, options.signal)
  if (finished && !dryRun) await removeCheckpoint(path)
  const { records, created, updated, failed } = state
  const rejectsFile = rejects !== null && state.rejects_bytes > 0 ? rejects.path : null
  return {
    records,
    created,
    updated,
    failed,
    resumed_from: start.records,
    rejects_file: rejectsFile,
    finished,
  }
}

// The next batch is read while the last one is written. Answers false when it was stopped in between.
async function runBatches(
  incoming: AsyncGenerator<Batch>,
  settle: (batch: Batch) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  let writing: Promise<void> = Promise.resolve()
  for await (const batch of incoming) {
    await writing
    if (signal?.aborted === true) return false
    writing = settle(batch)
    // Heard at the next await; until then nobody else listens.
    writing.catch(() => undefined)
  }
  await writing
  return true
}

async function* batches(
  { records, bytesRead }: ReturnType<typeof readRecords>,
  toRow: ReturnType<typeof recordMapper>,
  skip: number,
): AsyncGenerator<Batch> {
  const repeated = repeatedIn()
  let seen = 0
  let batch = emptyBatch()
  for await (const read of groupOwnRecords(records)) {
    seen += 1
    const { line } = read
    const record = 'record' in read ? read.record : null
    const mapped = 'record' in read ? toRow(line, read.record) : read
    const reject = 'reason' in mapped ? mapped.reason : (repeated(mapped.row)?.reason ?? null)
    if (seen <= skip) continue
    batch.records += 1
    if (reject !== null) batch.rejects.push({ line, reason: reject, record })
    else if ('row' in mapped) {
      batch.rows.push(mapped.row)
      batch.sources.set(line, record ?? {})
    }
    if (batch.records < BATCH_ROWS) continue
    yield { ...batch, bytes: bytesRead() }
    batch = emptyBatch()
  }
  if (batch.records > 0) yield { ...batch, bytes: bytesRead() }
}

function emptyBatch(): Batch {
  return { rows: [], sources: new Map(), rejects: [], records: 0, bytes: 0 }
}
