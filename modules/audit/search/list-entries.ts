import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { AuditDeps } from '../deps.ts'
import { searchEntries } from '../store/search.ts'
import { isCursor } from './cursor.ts'

/** The log, newest first. A cursor is the id of the last entry that was looked at. */
export const listEntries =
  (deps: AuditDeps): Handler<Audit, 'listEntries'> =>
  async ({ cursor, limit, ...filter }, context) => {
    if (cursor !== undefined && !isCursor(cursor)) throw context.fail('AUDIT_BAD_CURSOR')
    const { items, next } = await searchEntries(deps.db, filter, cursor ?? null, limit)
    return { items, next_cursor: next }
  }
