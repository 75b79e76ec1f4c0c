import type { Access } from '@rampart/contracts/access.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'
import { actingStaff } from '../acting-staff.ts'
import { findPolicies, insertPolicy, takeRevision } from '../store/policies.ts'
import { checkAmount } from './check-amount.ts'
import { checkWayBack, checkWording } from './check-policy.ts'
import { notePolicyChange } from './note-change.ts'
import type { PoliciesDeps } from './policies-deps.ts'
import { readWording } from './read-content.ts'

/** Adds a policy, written or made from a template. */
export const createPolicy =
  (deps: PoliciesDeps): Handler<Access, 'createPolicy'> =>
  async (input, context) => {
    const { name, description, enabled } = input
    const content = { name, description, enabled, ...readWording(input, context) }
    const id = newId()
    checkWording(deps, { id, ...content }, context)
    try {
      return await deps.db.tx(async (tx) => {
        await takeRevision(tx)
        const afterwards = [...(await findPolicies(tx)), { id, ...content }]
        if (enabled) checkAmount(afterwards, context)
        await checkWayBack(deps, afterwards, context)
        const row = await insertPolicy(tx, id, content, { by: actingStaff(context).id, at: context.now() })
        await notePolicyChange(deps, tx, context, {
          action: 'authz_policy_created',
          before: null,
          after: row,
        })
        return row
      })
    } catch (error) {
      if (isUniqueViolation(error, 'policies_name')) throw context.fail('ACCESS_POLICY_EXISTS')
      throw error
    }
  }
