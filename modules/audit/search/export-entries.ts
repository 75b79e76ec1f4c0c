import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { AuditDeps } from '../deps.ts'
import { csvHead } from './export-line.ts'
import { readExport } from './read-export.ts'

const MOST = 50_000

/** A file for whoever asks, and an entry that says who took what with them. */
export const exportEntries =
  (deps: AuditDeps): Handler<Audit, 'exportEntries'> =>
  async ({ format, ...filter }, context) => {
    const parts = [format === 'csv' ? Buffer.from(csvHead) : Buffer.alloc(0)]
    let count = 0
    for await (const { entries, text } of readExport(deps.db, filter, format)) {
      count += entries
      if (count > MOST) throw context.fail('AUDIT_EXPORT_TOO_LARGE')
      parts.push(Buffer.from(text))
    }
    await deps.db.tx((tx) =>
      deps.audit.record(tx, context, {
        action: 'audit.exported',
        subject_type: 'audit_log',
        subject_id: 'entries',
        after: { format, entries: count, filter },
      }),
    )
    const type = format === 'csv' ? 'text/csv' : 'application/jsonl'
    const day = context.now().toISOString().slice(0, 10)
    return {
      content_type: `${type}; charset=utf-8` as const,
      bytes: new Uint8Array(Buffer.concat(parts)),
      attachment: `audit-${day}.${format}`,
    }
  }
