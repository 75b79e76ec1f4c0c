import type { Queryable } from '@rampart/platform/db/db.ts'
import { parseStatement } from '../checkpoints/statement.ts'
import { csvLine, jsonLine } from './export-line.ts'
import { linksOf } from '../store/export-links.ts'
import { listForExport, type EntryFilter } from '../store/search.ts'
import { findLastCut } from '../store/statements.ts'

const BATCH = 1_000

export type ExportPart = { readonly entries: number; readonly text: string }

/** Entries as the text of a file, a thousand at a time, oldest first. */
export async function* readExport(
  q: Queryable,
  filter: EntryFilter,
  format: 'csv' | 'jsonl',
): AsyncGenerator<ExportPart> {
  const toLine = format === 'csv' ? csvLine : jsonLine
  const cut = await findLastCut(q)
  const cutHash = cut === null ? null : Buffer.from(parseStatement(cut.line)?.hash ?? '', 'hex')
  let after: string | null = null
  for (;;) {
    const entries = await listForExport(q, filter, after, BATCH)
    const links = await linksOf(
      q,
      entries.map(({ id }) => id),
      cutHash,
    )
    const text = entries.map((entry) => toLine(entry, links.get(entry.id))).join('')
    yield { entries: entries.length, text }
    after = entries.at(-1)?.id ?? null
    if (entries.length < BATCH) return
  }
}
