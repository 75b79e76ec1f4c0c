import { actionsOf } from '@rampart/platform/policy/actions.ts'
import type { AccessDeps } from '../deps.ts'
import { accessHealth } from './access-health.ts'

/** What is asked about powers as a whole. */
export const healthHandlers = (deps: AccessDeps) => ({
  accessHealth: accessHealth({ ...deps, actions: actionsOf(deps.contracts) }),
})
