import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { decideRequest, findRoleRequest } from '../store/role-requests.ts'
import { giveRole } from './assign-role.ts'
import { changeUser } from './change-user.ts'

/** Approves or refuses a request for a role. Approved, it is given at once and its owner signs in at the other door. */
export const decideRoleRequest =
  (deps: IdentityDeps): Handler<Identity, 'decideRoleRequest'> =>
  async ({ request_id, approved }, context) => {
    const request = await findRoleRequest(deps.db, request_id)
    if (request === null) throw context.fail('NOT_FOUND')
    const { account_id, role } = request
    await changeUser(deps, context, account_id, async (tx, user, actor) => {
      const decision = { by: actor.id, approved }
      if (!(await decideRequest(tx, request_id, decision, context.now()))) {
        throw context.fail('IDENTITY_ALREADY_DECIDED')
      }
      if (approved) await giveRole(deps, tx, { user, role, actor }, context)
      await deps.outbox.add(
        tx,
        'identity.role-decided.v1',
        { account_id, role, approved },
        { key: account_id },
      )
      await deps.audit.record(tx, context, {
        action: approved ? 'authz_change' : 'authz_request_refused',
        subject_type: 'account',
        subject_id: account_id,
        before: { role: user.role },
        after: { role: approved ? role : user.role, requested_role: role },
      })
    })
    const decided = await findRoleRequest(deps.db, request_id)
    if (decided === null) throw context.fail('NOT_FOUND')
    return decided
  }
