import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { AccessDeps } from '../deps.ts'
import { findBaseRole, standingView } from './standing-view.ts'

/** The roles of somebody, and what they may do by all of them together. */
export const getUserRoles =
  (deps: AccessDeps): Handler<Access, 'getUserRoles'> =>
  async ({ user_id }, context) => {
    const role = await findBaseRole(deps, context, user_id)
    if (role === null) throw context.fail('NOT_FOUND')
    return standingView(deps, { account_id: user_id, role }, context.now())
  }
