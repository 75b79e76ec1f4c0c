import { z } from 'zod'
import { Id } from '@rampart/platform/contract/fields.ts'
import { canonicalJson } from '@rampart/platform/crypto/canonical-json.ts'
import { entryFields } from '@rampart/contracts/audit/entry.ts'
import type { EntryRow } from '../store/entries.ts'
import type { ExportLink } from '../store/export-links.ts'

const Hex = z.string().regex(/^[0-9a-f]{64}$/)

/** One line of an exported JSONL file. `chain` is null where the entry was not chained yet. */
export const ExportLine = z.strictObject({
  entry: z.strictObject({ id: Id, ...entryFields }),
  chain: z.strictObject({ position: z.int().min(1), previous: Hex, hash: Hex, mac: Hex }).nullable(),
})

/** An entry with its place in the chain, so that the file can be checked by itself. */
export function jsonLine(entry: EntryRow, link: ExportLink | undefined): string {
  const chain =
    link === undefined
      ? null
      : {
          position: link.position,
          previous: link.previous.toString('hex'),
          hash: link.hash.toString('hex'),
          mac: link.mac.toString('hex'),
        }
  return `${canonicalJson({ entry, chain })}\n`
}

const columns = [
  'id',
  'occurred_at',
  'action',
  'subject_type',
  'subject_id',
  'actor_kind',
  'actor_id',
  'actor_role',
  'caller',
  'request_id',
  'ip',
  'user_agent',
  'before',
  'after',
] as const satisfies readonly (keyof EntryRow)[]

/** The first line of a CSV file. */
export const csvHead = `${[...columns, 'position', 'hash'].join(',')}\r\n`

/** An entry as a line of a CSV file (RFC 4180). */
export function csvLine(entry: EntryRow, link: ExportLink | undefined): string {
  const cells = columns.map((column) => {
    const value = entry[column]
    if (value === null || value === undefined) return ''
    return typeof value === 'string' ? value : canonicalJson(value)
  })
  const place = link === undefined ? ['', ''] : [String(link.position), link.hash.toString('hex')]
  return `${[...cells, ...place].map(csvCell).join(',')}\r\n`
}

// A spreadsheet runs what begins like a formula; an apostrophe makes it text (OWASP, CSV injection).
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
