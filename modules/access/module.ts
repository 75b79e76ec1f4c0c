import { access } from '@rampart/contracts/access.ts'
import { audit } from '@rampart/contracts/audit.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { heardCache } from '@rampart/platform/cache/heard-cache.ts'
import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { cleanUpKeys } from './api-keys/clean-up-keys.ts'
import { apiKeyHandlers } from './api-keys/operations.ts'
import { cleanUpApprovals } from './approvals/clean-up-approvals.ts'
import { approvalHandlers } from './approvals/operations.ts'
import { ROLES_CHANNEL } from './assignments/announce.ts'
import { endExpired } from './assignments/end-expired.ts'
import { listHolders } from './assignments/list-holders.ts'
import { onRoleChanged } from './assignments/on-role-changed.ts'
import { assignmentHandlers } from './assignments/operations.ts'
import type { AccessDeps } from './deps.ts'
import { healthHandlers } from './health/operations.ts'
import { policyHandlers } from './policies/operations.ts'
import { pruneDecisions } from './policies/prune-decisions.ts'
import { roleHandlers } from './roles/operations.ts'

/** Who may do what. */
export const accessModule = defineModule({
  contract: access,
  calls: { audit, identity },
  migrations: new URL('./migrations/', import.meta.url),
  create: (given) => {
    const deps: AccessDeps = {
      ...given,
      standings: heardCache((changed) => given.db.listen(ROLES_CHANNEL, changed, changed)),
    }
    return {
      operations: {
        ...roleHandlers(deps),
        ...assignmentHandlers(deps),
        ...policyHandlers(deps),
        ...approvalHandlers(deps),
        ...apiKeyHandlers(deps),
        ...healthHandlers(deps),
        listHolders: listHolders(deps),
      },
      listens: [listen(identity, 'identity.role-changed.v1', onRoleChanged(deps))],
      schedules: [
        { name: 'end-expired-roles', everySeconds: 60, run: endExpired(deps) },
        { name: 'prune-decisions', everySeconds: 3_600, run: pruneDecisions(deps) },
        { name: 'clean-up-approvals', everySeconds: 600, run: cleanUpApprovals(deps) },
        { name: 'clean-up-keys', everySeconds: 3_600, run: cleanUpKeys(deps) },
      ],
    }
  },
})
