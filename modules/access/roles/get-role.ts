import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { AccessDeps } from '../deps.ts'
import { findRole } from '../store/roles.ts'
import { roleView } from './role-view.ts'

/** One role. */
export const getRole =
  (deps: AccessDeps): Handler<Access, 'getRole'> =>
  async ({ role_id }, context) => {
    const role = await findRole(deps.db, role_id)
    if (role === null) throw context.fail('NOT_FOUND')
    return roleView(role)
  }
