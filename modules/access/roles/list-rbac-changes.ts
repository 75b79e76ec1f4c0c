import { AppError } from '@rampart/platform/errors/app-error.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { AccessDeps } from '../deps.ts'

/** Who changed what somebody may do, newest first: the part of the audit log that begins with `authz_`. */
export const listRbacChanges =
  (deps: AccessDeps): Handler<Access, 'listRbacChanges'> =>
  async ({ cursor, limit }, context) => {
    try {
      const { items, next_cursor } = await deps.clients.audit.listEntries(context, {
        action_prefix: 'authz_',
        cursor,
        limit,
      })
      return {
        items: items.map((entry) => ({
          id: entry.id,
          action: entry.action,
          subject_type: entry.subject_type,
          subject_id: entry.subject_id,
          before: entry.before,
          after: entry.after,
          actor_kind: entry.actor_kind,
          actor_id: entry.actor_id,
          ip: entry.ip,
          occurred_at: entry.occurred_at,
        })),
        next_cursor,
      }
    } catch (error) {
      if (error instanceof AppError && error.code === 'AUDIT_BAD_CURSOR')
        throw context.fail('ACCESS_BAD_CURSOR')
      throw error
    }
  }
