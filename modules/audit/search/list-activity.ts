import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { AuditDeps } from '../deps.ts'
import { listActivityRows } from '../store/activity.ts'
import { isCursor } from './cursor.ts'

/** What one person did, and what was done to their account. */
export const listActivity =
  (deps: AuditDeps): Handler<Audit, 'listActivity'> =>
  async ({ account_id, cursor, limit }, context) => {
    if (cursor !== undefined && !isCursor(cursor)) throw context.fail('AUDIT_BAD_CURSOR')
    const rows = await listActivityRows(deps.db, account_id, cursor ?? null, limit + 1)
    const items = rows.slice(0, limit)
    return { items, next_cursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
  }
