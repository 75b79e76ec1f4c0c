import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { AccessDeps } from '../deps.ts'
import { changeRole } from './change-role.ts'

/** Takes a permission from a role, as it stands in its list. One that does not stand there changes nothing. */
export const removePermission =
  (deps: AccessDeps): Handler<Access, 'removePermission'> =>
  async ({ role_id, permission }, context) =>
    changeRole(deps, context, role_id, (role) => ({
      ...role,
      permissions: role.permissions.filter((held) => held !== permission),
    }))
