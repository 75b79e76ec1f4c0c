import { stat } from 'node:fs/promises'
import { importId } from '../catalog-import/checkpoint.ts'
import { readRecords } from '../catalog-import/read-records.ts'
import { openRejects, type Reject, rejectsPath } from '../catalog-import/rejects.ts'
import { keepYoungSpaceSmall } from '../catalog-import/small-young-space.ts'
import { type Flaw, lineMapper, type PastLine } from './map-line.ts'
import { readOrdersMapping } from './mapping.ts'

export type OrdersProgress = {
  readonly bytes_read: number
  readonly bytes_total: number
  readonly lines: number
  readonly added: number
}

export type OrdersSummary = {
  /** What the lines are kept under: the mapping's name and the beginning of the file's SHA-256. */
  readonly source: string
  readonly lines: number
  readonly added: number
  /** Lines that an earlier run had brought along. */
  readonly known: number
  readonly unreadable: number
  /** Lines of each kind of flaw, most first. A line may have several. */
  readonly flaws: readonly (readonly [Flaw, number])[]
  /** Lines that count as sold. */
  readonly sold: number
  readonly rejects_file: string | null
  /** False when `signal` stopped it; the same command goes on. */
  readonly finished: boolean
}

export type ImportOrdersOptions = {
  /** A CSV or JSONL file, also with .gz. */
  readonly file: string
  readonly mapping?: string | undefined
  /** Reads every line, reports, and keeps nothing. */
  readonly dryRun: boolean
  readonly dataDir: string
  /** The shop's currency, ISO 4217. */
  readonly currency: string
  readonly importLines: (batch: {
    source: string
    currency: string
    lines: PastLine[]
  }) => Promise<{ added: number }>
  readonly onProgress?: (progress: OrdersProgress) => void
  readonly onReject?: (reject: Reject) => void
  readonly signal?: AbortSignal
}

const BATCH_LINES = 5_000
const COUNTED_AS_SOLD: readonly Flaw[] = ['no_customer', 'no_name']

/**
 * Brings along the orders of another shop as history, line by line. Lines are known by the file and their place in it:
 * the same command again, or after it was stopped, adds what is missing and nothing twice.
 * @throws when the file or the mapping cannot be read, or the shop fails; what was done until then stays done
 */
export async function importOrders(options: ImportOrdersOptions): Promise<OrdersSummary> {
  keepYoungSpaceSmall()
  const { file, dryRun, dataDir } = options
  const mapping = await readOrdersMapping(options.mapping, options.currency)
  const id = await importId(file, '')
  const source = `${mapping.source} ${id.slice(0, 12)}`
  const { size } = await stat(file)
  const rejects = dryRun ? null : await openRejects(rejectsPath(dataDir, id), 0)
  const toLine = lineMapper(mapping)
  const { records, bytesRead } = readRecords(file)
  const flaws = new Map<Flaw, number>()
  const counts = { lines: 0, added: 0, unreadable: 0, sold: 0, written: 0 }
  let lines: PastLine[] = []
  let bad: Reject[] = []

  const settle = async (): Promise<void> => {
    if (lines.length > 0 && !dryRun) {
      const { added } = await options.importLines({ source, currency: mapping.currency, lines })
      counts.added += added
    }
    counts.written += lines.length
    await rejects?.add(bad)
    bad.forEach((reject) => options.onReject?.(reject))
    lines = []
    bad = []
    options.onProgress?.({
      bytes_read: bytesRead(),
      bytes_total: size,
      lines: counts.lines,
      added: counts.added,
    })
  }

  const stopped = () => options.signal?.aborted === true
  for await (const read of records) {
    if (stopped()) break
    counts.lines += 1
    const mapped = 'record' in read ? toLine(read.line, read.record) : read
    if ('reason' in mapped) {
      counts.unreadable += 1
      bad.push({ line: read.line, reason: mapped.reason, record: 'record' in read ? read.record : null })
    } else {
      lines.push(mapped.row)
      for (const flaw of mapped.row.flaws) flaws.set(flaw, (flaws.get(flaw) ?? 0) + 1)
      if (mapped.row.flaws.every((flaw) => COUNTED_AS_SOLD.includes(flaw))) counts.sold += 1
    }
    if (lines.length + bad.length >= BATCH_LINES) await settle()
  }
  await settle()
  return {
    ...{ source, lines: counts.lines, added: counts.added, unreadable: counts.unreadable, sold: counts.sold },
    known: dryRun ? 0 : counts.written - counts.added,
    flaws: [...flaws].sort(([, a], [, b]) => b - a),
    rejects_file: rejects !== null && rejects.length() > 0 ? rejects.path : null,
    finished: !stopped(),
  }
}
