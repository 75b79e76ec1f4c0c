import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { AccessDeps } from '../deps.ts'
import { changeRole } from './change-role.ts'
import { findUnknown } from './known-permissions.ts'

/** Gives permissions to a role, beside those that it has. */
export const addPermissions =
  (deps: AccessDeps): Handler<Access, 'addPermissions'> =>
  async ({ role_id, permissions }, context) =>
    changeRole(deps, context, role_id, async (role, tx) => {
      if ((await findUnknown(tx, deps.contracts, permissions)).length > 0)
        throw context.fail('ACCESS_UNKNOWN_PERMISSION')
      return { ...role, permissions: [...new Set([...role.permissions, ...permissions])].sort() }
    })
