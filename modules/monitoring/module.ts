import { access } from '@rampart/contracts/access.ts'
import { audit } from '@rampart/contracts/audit.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { monitoring } from '@rampart/contracts/monitoring.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { recordScore } from './record-score.ts'
import { securityHealth } from './security-health.ts'

/** How the shop is doing. */
export const monitoringModule = defineModule({
  contract: monitoring,
  calls: { access, audit, identity },
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({
    operations: { securityHealth: securityHealth(deps) },
    schedules: [{ name: 'record-score', everySeconds: 6 * 3_600, run: recordScore(deps) }],
  }),
})
