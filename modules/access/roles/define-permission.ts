import type { Handler } from '@rampart/platform/contract/handler.ts'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { actingGiver } from '../assignments/acting-giver.ts'
import type { AccessDeps } from '../deps.ts'
import { insertCustomPermission } from '../store/custom-permissions.ts'
import { findRoles } from '../store/roles.ts'
import { askedPermissions } from './known-permissions.ts'

/** Defines a permission that programs beside the shop go by. Nobody holds it yet, but by a wildcard. */
export const definePermission =
  (deps: AccessDeps): Handler<Access, 'definePermission'> =>
  async (input, context) => {
    if (askedPermissions(deps.contracts).has(input.name)) throw context.fail('ACCESS_PERMISSION_EXISTS')
    return deps.db.tx(async (tx) => {
      const { actor } = await actingGiver(tx, context, 'access:manage')
      if (!(await insertCustomPermission(tx, input, actor.id, context.now())))
        throw context.fail('ACCESS_PERMISSION_EXISTS')
      await deps.audit.record(tx, context, {
        action: 'authz_change',
        subject_type: 'permission',
        subject_id: input.name,
        after: input,
      })
      const roles = await findRoles(tx)
      return {
        ...input,
        operations: [],
        roles: roles
          .filter(({ permissions }) => holdsPermission(permissions, input.name))
          .map(({ name }) => name),
        custom: true,
      }
    })
  }
