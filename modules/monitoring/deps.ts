import type { Deps } from '@rampart/platform/module/define-module.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { Monitoring } from '@rampart/contracts/monitoring.ts'

/** What the use cases of this module are handed. */
export type MonitoringDeps = Deps<Monitoring, { access: Access; audit: Audit; identity: Identity }>
