import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { AccessDeps } from '../deps.ts'
import { changeRole } from './change-role.ts'
import { findUnknown } from './known-permissions.ts'

/** Says anew what a role is, by somebody who has seen what it was. */
export const updateRole =
  (deps: AccessDeps): Handler<Access, 'updateRole'> =>
  async ({ role_id, version, ...input }, context) =>
    changeRole(deps, context, role_id, async (role, tx) => {
      if (role.version !== version) throw context.fail('ACCESS_CHANGED')
      const permissions = [...new Set(input.permissions)].sort()
      const gained = permissions.filter((permission) => !role.permissions.includes(permission))
      if ((await findUnknown(tx, deps.contracts, gained)).length > 0)
        throw context.fail('ACCESS_UNKNOWN_PERMISSION')
      return { ...input, permissions }
    })
