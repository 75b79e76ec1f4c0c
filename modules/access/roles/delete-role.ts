import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { actingGiver } from '../assignments/acting-giver.ts'
import type { AccessDeps } from '../deps.ts'
import { standsAbove } from '../domain/giving.ts'
import { deleteUnusedRole, findRole } from '../store/roles.ts'
import { roleFacts } from './role-view.ts'

/** Removes a role of the shop's own that nobody has any more. */
export const deleteRole =
  (deps: AccessDeps): Handler<Access, 'deleteRole'> =>
  async ({ role_id }, context) => {
    await deps.db.tx(async (tx) => {
      const { giver } = await actingGiver(tx, context, 'access:manage')
      const role = await findRole(tx, role_id)
      if (role === null) throw context.fail('NOT_FOUND')
      if (!standsAbove(giver, role.priority)) throw context.fail('ACCESS_OUTRANKED')
      if (role.built_in) throw context.fail('ACCESS_BUILT_IN')
      if (!(await deleteUnusedRole(tx, role_id))) throw context.fail('ACCESS_ROLE_IN_USE')
      await deps.audit.record(tx, context, {
        action: 'authz_change',
        subject_type: 'role',
        subject_id: role_id,
        before: roleFacts(role),
      })
    })
    return null
  }
