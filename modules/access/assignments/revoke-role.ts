import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { AccessDeps } from '../deps.ts'
import { standsAbove } from '../domain/giving.ts'
import { deleteAssignment } from '../store/assignments.ts'
import { changeRolesOf } from './change-roles-of.ts'
import { settleHeights } from './tell-heights.ts'

/** Takes a role from somebody. Acts on their next request. */
export const revokeRole =
  (deps: AccessDeps): Handler<Access, 'revokeRole'> =>
  async (input, context) => {
    const { user_id } = input
    const { now, view } = await changeRolesOf(deps, context, input, async ({ tx, role, giver }) => {
      if (!standsAbove(giver, role.priority)) throw context.fail('ACCESS_OUTRANKED')
      if (!(await deleteAssignment(tx, user_id, role.id))) throw context.fail('ACCESS_NO_SUCH_ROLE')
    })
    await settleHeights(deps, [user_id], context, now)
    return view()
  }
