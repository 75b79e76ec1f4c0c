import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import { parseStatement } from '../checkpoints/statement.ts'
import type { AuditDeps } from '../deps.ts'
import { linksOf } from '../store/export-links.ts'
import { type EntryFilter, listForExport } from '../store/search.ts'
import { findLastCut } from '../store/statements.ts'
import { csvLine, jsonLine } from './export-line.ts'

/** Entries looked at for one part. */
const PART = 1_000

/** What stands in a file, and how far it has come. */
export type ExportPlace = EntryFilter & {
  readonly format: 'csv' | 'jsonl'
  /** The id of the entry that was read last. */
  readonly after: string
  /** The id of the newest entry when the export began: it ends, however busy the log is. */
  readonly last: string
}

export type ExportPart = {
  readonly entries: number
  readonly text: string
  readonly next: ExportPlace | null
}

/** What the next thousand entries hold for a file, oldest first, and where to go on; null at the end. */
export async function readPart(q: Queryable, place: ExportPlace): Promise<ExportPart> {
  const { format, after, last, ...filter } = place
  const cut = await findLastCut(q)
  const cutHash = cut === null ? null : Buffer.from(parseStatement(cut.line)?.hash ?? '', 'hex')
  const { items, next: end } = await listForExport(q, filter, { after, last }, PART)
  const links = await linksOf(
    q,
    items.map(({ id }) => id),
    cutHash,
  )
  const toLine = format === 'csv' ? csvLine : jsonLine
  const text = items.map((entry) => toLine(entry, links.get(entry.id))).join('')
  return { entries: items.length, text, next: end === null ? null : { ...place, after: end } }
}

/** The next part of a file, for the edge that sends it. */
export const readExport =
  (deps: AuditDeps): Handler<Audit, 'readExport'> =>
  async (place) => {
    const { text, next } = await readPart(deps.db, place)
    return { bytes: new Uint8Array(Buffer.from(text)), next }
  }
