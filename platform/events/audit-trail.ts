import type { CallContext } from '../contract/call-context.ts'
import type { Tx } from '../db/db.ts'

/** One thing that somebody did. Never holds a secret; personal data only where the entry is about it. */
export type AuditEntry = {
  /** `subject.verb`, past tense: `orders.cancelled`. Security events use the OWASP logging vocabulary. */
  readonly action: string
  readonly subject_type: string
  readonly subject_id: string
  readonly before?: unknown
  readonly after?: unknown
}

/** Writes audit entries into the transaction of the change: a rolled-back change leaves none. */
export type AuditTrail = {
  record(tx: Tx, context: CallContext, entry: AuditEntry): Promise<void>
}
