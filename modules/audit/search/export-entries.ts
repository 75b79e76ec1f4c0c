import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { AuditDeps } from '../deps.ts'
import { FIRST_ID } from '../store/entry-columns.ts'
import { findNewestId } from '../store/search.ts'
import { csvHead } from './export-line.ts'
import { readPart } from './read-export.ts'

/**
 * The beginning of a file for whoever asks, and an entry that says who took what with them. It is written before
 * anything is sent: whether the client stays until the end is the client's to say.
 */
export const exportEntries =
  (deps: AuditDeps): Handler<Audit, 'exportEntries'> =>
  async (input, context) => {
    const { format, ...filter } = input
    const last = await findNewestId(deps.db)
    const { text, next } = await readPart(deps.db, { ...input, after: FIRST_ID, last: last ?? FIRST_ID })
    await deps.db.tx((tx) =>
      deps.audit.record(tx, context, {
        action: 'audit.exported',
        subject_type: 'audit_log',
        subject_id: 'entries',
        after: { format, filter, up_to: last },
      }),
    )
    const type = format === 'csv' ? 'text/csv' : 'application/jsonl'
    const day = context.now().toISOString().slice(0, 10)
    return {
      content_type: `${type}; charset=utf-8` as const,
      bytes: new Uint8Array(Buffer.from(format === 'csv' ? csvHead + text : text)),
      attachment: `audit-${day}.${format}`,
      next,
    }
  }
