import type { Audit } from '@rampart/contracts/audit.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'
import type { AuditKeys } from './chain/keys.ts'

/** What the use cases of this module are handed: the platform's parts and the module's own. */
export type AuditDeps = Deps<Audit> & {
  readonly auditKeys: AuditKeys
  /** `checkpoints.jsonl`, outside the database. */
  readonly checkpointFile: string
}
