import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { actingGiver } from '../assignments/acting-giver.ts'
import type { AccessDeps } from '../deps.ts'
import { refusalToGive } from '../domain/giving.ts'
import { insertRole } from '../store/roles.ts'
import { findUnknown } from './known-permissions.ts'
import { roleFacts, roleView } from './role-view.ts'

/** Makes a role below the maker's own, with nothing in it that they do not hold. Nobody has it yet. */
export const createRole =
  (deps: AccessDeps): Handler<Access, 'createRole'> =>
  async (input, context) => {
    const wanted = { ...input, id: newId(), permissions: [...new Set(input.permissions)].sort() }
    return deps.db.tx(async (tx) => {
      const { giver } = await actingGiver(tx, context, 'access:manage')
      const refused = refusalToGive(giver, wanted)
      if (refused !== null) throw context.fail(refused)
      if ((await findUnknown(tx, deps.contracts, wanted.permissions)).length > 0)
        throw context.fail('ACCESS_UNKNOWN_PERMISSION')
      const role = await insertRole(tx, wanted, context.now())
      if (role === null) throw context.fail('ACCESS_ROLE_EXISTS')
      await deps.audit.record(tx, context, {
        action: 'authz_change',
        subject_type: 'role',
        subject_id: role.id,
        after: roleFacts(role),
      })
      return roleView(role)
    })
  }
