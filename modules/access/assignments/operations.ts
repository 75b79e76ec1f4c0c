import type { AccessDeps } from '../deps.ts'
import { getUserRoles } from './get-user-roles.ts'
import { grantRole } from './grant-role.ts'
import { revokeRole } from './revoke-role.ts'
import { standingOf } from './standing-of.ts'

/** Roles that people have beside the one of their account. */
export const assignmentHandlers = (deps: AccessDeps) => ({
  getUserRoles: getUserRoles(deps),
  grantRole: grantRole(deps),
  revokeRole: revokeRole(deps),
  standingOf: standingOf(deps),
})
