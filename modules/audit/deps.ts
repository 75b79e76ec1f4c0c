import type { Audit } from '@rampart/contracts/audit.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

/** What the use cases of this module are handed. */
export type AuditDeps = Deps<Audit>
