import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { AccessDeps } from '../deps.ts'
import { refusalToGive } from '../domain/giving.ts'
import { putAssignment } from '../store/assignments.ts'
import { changeRolesOf } from './change-roles-of.ts'
import { raiseHeights } from './tell-heights.ts'

// Who owns the shop, and at which door somebody signs in, is a matter of the account.
const ofAccounts = new Set(['super_admin', 'customer'])

/** Gives somebody of the staff a role beside their own. Giving it again moves its end. */
export const grantRole =
  (deps: AccessDeps): Handler<Access, 'grantRole'> =>
  async (input, context) => {
    const { user_id, expires_at = null } = input
    if (expires_at !== null && new Date(expires_at) <= context.now())
      throw context.fail('ACCESS_EXPIRES_IN_PAST')
    const { view } = await changeRolesOf(deps, context, input, async ({ tx, role, actor, giver, now }) => {
      const refused = refusalToGive(giver, role)
      if (refused !== null) throw context.fail(refused)
      if (ofAccounts.has(role.name)) throw context.fail('ACCESS_ROLE_OF_ACCOUNTS')
      await putAssignment(tx, { account: user_id, role: role.id, by: actor.id, expires_at }, now)
      await raiseHeights(deps, tx, [user_id], context, now)
    })
    return view()
  }
