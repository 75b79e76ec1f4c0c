import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { AuditDeps } from './deps.ts'
import { listEntryRows } from './store/entries.ts'

const CURSOR = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The log, newest first. A cursor is the id of the last entry seen. */
export const listEntries =
  (deps: AuditDeps): Handler<Audit, 'listEntries'> =>
  async (input, context) => {
    if (input.cursor !== undefined && !CURSOR.test(input.cursor)) throw context.fail('AUDIT_BAD_CURSOR')
    const filter = {
      action: input.action ?? null,
      subject_type: input.subject_type ?? null,
      subject_id: input.subject_id ?? null,
      actor_id: input.actor_id ?? null,
      before: input.cursor ?? null,
    }
    // One more than asked for tells whether there is a next stretch.
    const rows = await listEntryRows(deps.db, filter, input.limit + 1)
    const items = rows.slice(0, input.limit)
    return { items, next_cursor: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null }
  }
