import type { CallContext } from '../contract/call-context.ts'
import type { Principal } from '../contract/principal.ts'
import { redact } from '../log/redact.ts'
import type { AuditTrail } from './audit-trail.ts'
import { AUDIT_EVENT, type AuditRecord } from './audit-record.ts'
import type { Subscriptions } from './subscriptions.ts'
import { writeEvent } from './write-event.ts'

const MAX_USER_AGENT = 300

/** The audit trail: entries leave through the outbox, to whoever listens to `AUDIT_EVENT`. */
export function createAuditTrail(registry: Subscriptions, clock: () => Date = () => new Date()): AuditTrail {
  return {
    async record(tx, context, entry) {
      const now = clock()
      const payload: AuditRecord = {
        action: entry.action,
        subject_type: entry.subject_type,
        subject_id: entry.subject_id,
        before: redact(entry.before ?? null),
        after: redact(entry.after ?? null),
        ...actorOf(context.principal),
        ...originOf(context),
        occurred_at: now.toISOString(),
      }
      await writeEvent(tx, registry, { type: AUDIT_EVENT, key: null, payload, now })
    },
  }
}

// A guest is nobody but the holder of a secret, and the secret stays out.
function actorOf(principal: Principal): Pick<AuditRecord, 'actor_kind' | 'actor_id' | 'actor_role'> {
  return {
    actor_kind: principal.kind,
    actor_id: principal.kind === 'customer' || principal.kind === 'staff' ? principal.id : null,
    actor_role: principal.kind === 'staff' ? principal.role : null,
  }
}

// A program acts under somebody's name; which of their keys it was is how it called.
function callerOf({ caller, principal }: CallContext): string {
  const key = principal.kind === 'staff' ? principal.api_key_id : undefined
  return key === undefined ? caller : `${caller} api-key:${key}`
}

function originOf(context: CallContext): Pick<AuditRecord, 'caller' | 'request_id' | 'ip' | 'user_agent'> {
  return {
    caller: callerOf(context),
    request_id: context.request_id,
    ip: context.ip,
    user_agent: context.user_agent?.slice(0, MAX_USER_AGENT) ?? null,
  }
}
