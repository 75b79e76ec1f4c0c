import type { Access } from '@rampart/contracts/access.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'
import { actingStaff } from '../acting-staff.ts'
import { changePolicy, findPolicies, holdPolicy, takeRevision } from '../store/policies.ts'
import { checkAmount } from './check-amount.ts'
import { checkWayBack, checkWording } from './check-policy.ts'
import { notePolicyChange } from './note-change.ts'
import type { PoliciesDeps } from './policies-deps.ts'
import { readWording } from './read-content.ts'

/** Changes a policy, or switches it on or off. */
export const updatePolicy =
  (deps: PoliciesDeps): Handler<Access, 'updatePolicy'> =>
  async (input, context) => {
    const { policy_id: id, name, description, enabled, version } = input
    const content = { name, description, enabled, ...readWording(input, context) }
    checkWording(deps, { id, ...content }, context)
    try {
      return await deps.db.tx(async (tx) => {
        await takeRevision(tx)
        const before = await holdPolicy(tx, id)
        if (before === null) throw context.fail('NOT_FOUND')
        if (before.version !== version) throw context.fail('ACCESS_CHANGED')
        const others = (await findPolicies(tx)).filter((policy) => policy.id !== id)
        const afterwards = [...others, { id, ...content }]
        if (enabled) checkAmount(afterwards, context)
        await checkWayBack(deps, afterwards, context)
        const row = await changePolicy(tx, id, content, { by: actingStaff(context).id, at: context.now() })
        await notePolicyChange(deps, tx, context, { action: 'authz_policy_changed', before, after: row })
        return row
      })
    } catch (error) {
      if (isUniqueViolation(error, 'policies_name')) throw context.fail('ACCESS_POLICY_EXISTS')
      throw error
    }
  }
