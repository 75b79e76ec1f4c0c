/** The event that carries audit entries. The audit contract declares it; platform knows only its name and shape. */
export const AUDIT_EVENT = 'audit.entry-recorded.v1'

/** What one audit entry says. */
export type AuditRecord = {
  readonly action: string
  readonly subject_type: string
  readonly subject_id: string
  /** Redacted; null when there was nothing before. */
  readonly before: unknown
  /** Redacted; null when there is nothing after. */
  readonly after: unknown
  readonly actor_kind: 'guest' | 'customer' | 'staff' | 'system'
  /** null for guests and the system. */
  readonly actor_id: string | null
  readonly actor_role: string | null
  /** 'edge' or the module that called; ` api-key:<id>` follows where a program acts with somebody's key. */
  readonly caller: string
  readonly request_id: string
  readonly ip: string | null
  readonly user_agent: string | null
  /** UTC, ISO 8601. */
  readonly occurred_at: string
}
