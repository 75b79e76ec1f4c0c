import type { IdentityDeps } from '../deps.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { assignRole } from './assign-role.ts'
import { decideRoleRequest } from './decide-role-request.ts'
import { endUserSessions } from './end-user-sessions.ts'
import { forcePasswordReset } from './force-password-reset.ts'
import { getBaseRoles } from './get-base-roles.ts'
import { getUser } from './get-user.ts'
import { inviteStaff } from './invite-staff.ts'
import { listRoleRequests } from './list-role-requests.ts'
import { listUsers } from './list-users.ts'
import { lockUser } from './lock-user.ts'
import { resendInvitation } from './resend-invitation.ts'
import { setExtraPriority } from './set-extra-priority.ts'
import { unlockUser } from './unlock-user.ts'

/** What staff see and do of other people's accounts. */
export const userOperations = (deps: IdentityDeps) => ({
  listUsers: listUsers(deps),
  getUser: getUser(deps),
  lockUser: lockUser(deps),
  unlockUser: unlockUser(deps),
  forcePasswordReset: forcePasswordReset(deps),
  endUserSessions: endUserSessions(deps),
  inviteStaff: inviteStaff(deps),
  resendInvitation: resendInvitation(deps),
  acceptInvitation: acceptInvitation(deps),
  assignRole: assignRole(deps),
  listRoleRequests: listRoleRequests(deps),
  decideRoleRequest: decideRoleRequest(deps),
  getBaseRoles: getBaseRoles(deps),
  setExtraPriority: setExtraPriority(deps),
})
